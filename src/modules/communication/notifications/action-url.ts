/** Text that a path or an address of ours has not: blanks, controls and what some readers take for a slash. */
const STRANGE = /[\s\\\p{Cc}\p{Cf}\u2028\u2029]/u;

/** Whether a notice may lead there: a path of ours, or an address of one of these origins. */
export function isActionUrl(text: string, origins: readonly string[]): boolean {
  if (STRANGE.test(text)) return false;
  if (text.startsWith('/')) return !text.startsWith('//') && new URL(text, 'http://own.invalid').host === 'own.invalid';
  if (!URL.canParse(text)) return false;
  const { origin, username, password } = new URL(text);
  return username === '' && password === '' && origins.includes(origin);
}
