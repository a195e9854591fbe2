/** Only what depends on a number: every other text is its own key. */
const ofModules = import.meta.glob<Record<string, string>>(['../en.json', '../../modules/*/en.json'], {
  eager: true,
  import: 'default',
});

export default Object.assign({}, ...Object.values(ofModules)) as Record<string, string>;
