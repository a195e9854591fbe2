/** The first and last bytes of a file; of a small one both are all of it. */
export interface Ends {
  readonly head: Buffer;
  readonly tail: Buffer;
}

export const HEAD_BYTES = 8192;
export const TAIL_BYTES = 66_560;

const ZIP_END = Buffer.from('PK\x05\x06', 'latin1');
const ZIP_END_BYTES = 22;
const ZIP_ENTRY = Buffer.from('PK\x01\x02', 'latin1');
const ZIP_ENTRY_BYTES = 46;
/** Some programs end a picture with a few blanks, or one byte, more than its format has: too little to be anything. */
const PADDING = '(?:[\\0\\s]{0,4}|[^])$';
/** What may stand before a PDF: a byte order mark, blanks. */
const BEFORE_PDF = /^(?:\u00ef\u00bb\u00bf)?[\s\0]{0,1024}(?=%PDF-\d)/;
const PNG_ENDS = new RegExp(`\0\0\0\0IEND\u00aeB\`\u0082${PADDING}`);
const GIF_ENDS = new RegExp(`;${PADDING}`);
const MARKUP = /<(?:!doctype|html|head|body|script|svg|iframe|\?php)\b/i;
const WORD_STREAM = Buffer.from('WordDocument', 'utf16le');

/**
 * Whether a content is what its magic number says and nothing else besides: no archive appended, no page within an image's
 * head, ended as its format ends. What passes may still be broken; it cannot be read as another kind by what we know of.
 * @param directory of a .doc: the sectors that name its streams
 */
export function isPlain(contentType: string, { head, tail }: Ends, directory: Buffer | null): boolean {
  const isZip = contentType.startsWith('application/vnd.openxmlformats-officedocument.');
  if (hasArchive(tail, contentType === 'application/pdf') !== isZip) return false;
  if (contentType.startsWith('image/') && MARKUP.test(head.toString('latin1'))) return false;
  switch (contentType) {
    case 'image/png':
      return PNG_ENDS.test(tail.toString('latin1', tail.length - 16));
    case 'image/gif':
      return GIF_ENDS.test(tail.toString('latin1', tail.length - 5));
    case 'image/webp':
      return head.readUInt32LE(4) > 0;
    case 'application/pdf':
      return tail.subarray(-1024).includes('%%EOF');
    case 'application/msword':
      return directory?.includes(WORD_STREAM) ?? false;
    default:
      return true;
  }
}

/**
 * Whether an archive ends here (APPNOTE 4.3.16): a record that counts entries and stands right behind a directory of that length, and
 * not its four letters alone. @param isPdf whose own streams may hold one, as those of LibreOffice's hybrids do
 */
function hasArchive(tail: Buffer, isPdf: boolean): boolean {
  for (let at = tail.indexOf(ZIP_END); at !== -1; at = tail.indexOf(ZIP_END, at + 1)) {
    if (at + ZIP_END_BYTES > tail.length) return false;
    const [entries, bytes] = [tail.readUInt16LE(at + 10), tail.readUInt32LE(at + 12)];
    const end = at + ZIP_END_BYTES + tail.readUInt16LE(at + 20);
    if (tail.readUInt32LE(at + 4) !== 0 || bytes < entries * ZIP_ENTRY_BYTES) continue;
    // Of a directory that begins before what was read, its length must do.
    const directory = at - bytes;
    if (entries > 0 && directory >= 0 && !tail.subarray(directory, directory + 4).equals(ZIP_ENTRY)) continue;
    if (isPdf && /^\r?\n?endstream\b/.test(tail.toString('latin1', end, end + 12))) continue;
    return true;
  }
  return false;
}

/** The head of a file from where its PDF begins, if it is one. */
export function fromPdf(head: Buffer): Buffer {
  return head.subarray(BEFORE_PDF.exec(head.toString('latin1', 0, 1100))?.[0].length ?? 0);
}

/** Where an old Office file (MS-CFB section 2.2) has its directory; null when its head makes no sense. */
export function directoryAt(head: Buffer): number | null {
  if (head.length < 512) return null;
  const shift = head.readUInt16LE(30);
  const sector = head.readUInt32LE(48);
  return (shift === 9 || shift === 12) && sector < 0xfffffffa ? (sector + 1) * 2 ** shift : null;
}
