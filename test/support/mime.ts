/** As much of MIME as our own mails need: two text parts, encoded words. */
export const simpleText = {
  /** A header's text (RFC 2047). */
  word: (value: string): string =>
    value.replace(/=\?utf-8\?(B|Q)\?([^?]*)\?=\s*/gi, (_, kind: string, text: string) =>
      kind.toUpperCase() === 'B' ? Buffer.from(text, 'base64').toString('utf8') : quoted(text.replaceAll('_', ' ')),
    ),

  /** The body of the first part of this type. */
  part: (raw: string, type: string): string => {
    const start = raw.indexOf(`Content-Type: ${type}`);
    if (start === -1) return '';
    const head = raw.slice(start, raw.indexOf('\r\n\r\n', start));
    const body = raw.slice(raw.indexOf('\r\n\r\n', start) + 4).split('\r\n----')[0];
    if (/quoted-printable/i.test(head)) return quoted(body.replace(/=\r\n/g, ''));
    return /base64/i.test(head) ? Buffer.from(body, 'base64').toString('utf8') : body;
  },
};

function quoted(text: string): string {
  return Buffer.from(
    text.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');
}
