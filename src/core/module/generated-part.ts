/**
 * The document with the part between its two markers made anew. @param markers where it begins and ends
 * @throws Error when the document has no place for it
 */
export function replacePart(document: string, markers: readonly [string, string], text: string): string {
  const [begin, end] = markers;
  const [from, to] = [document.indexOf(begin), document.indexOf(end)];
  if (from === -1 || to < from) throw new Error(`The document lacks ${begin} or ${end}`);
  return `${document.slice(0, from)}${begin}\n\n${text}\n${document.slice(to)}`;
}
