/**
 * The key by which two texts are the same to a person: Unicode's NFKC_Casefold with runs of blanks as one and outer ones left
 * out. `text_key()` of the database is its twin; a spec compares the two at every character.
 */
export function textKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ς', 'σ') // a final sigma is one too
    .replaceAll('ß', 'ss')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/[\t-\r \u0085\u1680\u2028\u2029]+/g, ' ')
    .trim()
    .normalize('NFKC');
}
