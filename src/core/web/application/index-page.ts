import { newSecret } from '../../kernel/runtime';
import type { Locale } from '../../kernel/text';

const NOT_OURS = (locale: Locale): RegExp =>
  new RegExp(`\\s*<noscript lang="(?!${locale}")[^"]*">.*?</noscript>`, 'gs');

/** What an answer with the application needs: its HTML and its policy, which name one another by a nonce. */
export interface IndexPage {
  readonly html: string;
  readonly policy: string;
}

/**
 * The application as one caller gets it: in their language, with the nonce by which its components may write styles.
 * @param html as it is built, its addresses placed
 */
export function indexPage(html: string, locale: Locale): IndexPage {
  const nonce = newSecret();
  const own = html
    .replace(NOT_OURS(locale), '')
    .replace('<html lang="en">', `<html lang="${locale}">`)
    .replace('nonce=""', `nonce="${nonce}"`);
  return { html: own, policy: policyOf(nonce) };
}

/**
 * No script but files of ours, nothing that is made of text (Trusted Types). Styles are files of ours and what components write by the nonce.
 * Pictures and films may be what a person has just chosen, or what the API gives (`blob:`).
 */
function policyOf(nonce: string): string {
  return (
    `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data: blob:; font-src 'self'; ` +
    `media-src 'self' blob:; connect-src 'self'; frame-src 'self' blob:; worker-src 'self'; manifest-src 'self'; ` +
    `frame-ancestors 'none'; base-uri 'self'; form-action 'self'; trusted-types default; require-trusted-types-for 'script'`
  );
}
