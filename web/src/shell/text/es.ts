import shell from '../es.json';

const ofModules = import.meta.glob<Record<string, string>>('../../modules/*/es.json', {
  eager: true,
  import: 'default',
});

export default Object.assign({}, shell, ...Object.values(ofModules)) as Record<string, string>;
