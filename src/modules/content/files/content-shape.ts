/** The first and last bytes of a file; of a small one both are all of it. */
export interface Ends {
  readonly head: Buffer;
  readonly tail: Buffer;
}

export const HEAD_BYTES = 8192;
export const TAIL_BYTES = 66_560;

const ZIP_END = Buffer.from('PK\x05\x06', 'latin1');
const PNG_END = Buffer.from('0000000049454e44ae426082', 'hex');
const MARKUP = /<(?:!doctype|html|head|body|script|svg|iframe|\?php)\b/i;
const WORD_STREAM = Buffer.from('WordDocument', 'utf16le');

/**
 * Whether a content is what its magic number says and nothing else besides: no archive appended, no page within an image's
 * head, ended as its format ends. What passes may still be broken; it cannot be read as another kind by what we know of.
 * @param directory of a .doc: the sectors that name its streams
 */
export function isPlain(contentType: string, { head, tail }: Ends, directory: Buffer | null): boolean {
  const isZip = contentType.startsWith('application/vnd.openxmlformats-officedocument.');
  if (tail.includes(ZIP_END) !== isZip) return false;
  if (contentType.startsWith('image/') && MARKUP.test(head.toString('latin1'))) return false;
  switch (contentType) {
    case 'image/png':
      return tail.subarray(-PNG_END.length).equals(PNG_END);
    case 'image/gif':
      return tail.at(-1) === 0x3b;
    case 'image/jpeg':
      return tail.includes(Buffer.from([0xff, 0xd9]));
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

/** Where an old Office file (MS-CFB section 2.2) has its directory; null when its head makes no sense. */
export function directoryAt(head: Buffer): number | null {
  if (head.length < 512) return null;
  const shift = head.readUInt16LE(30);
  const sector = head.readUInt32LE(48);
  return (shift === 9 || shift === 12) && sector < 0xfffffffa ? (sector + 1) * 2 ** shift : null;
}
