/** What a push says. */
export interface PushedNotice {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly actionUrl: string | null;
  readonly category: string;
  readonly collapseKey: string | null;
}

/** What fits in one record of 4,096 bytes beside its header, its delimiter and its tag (RFC 8291 section 4). */
export const MOST_BYTES = 3993;
const OWN_PAGE = '/notifications';

/** A notice as JSON for our service worker, its text cut to what a push takes. */
export function pushPayload({ id, title, body, actionUrl, category }: PushedNotice): string {
  const write = (text: string, url: string | null): string => JSON.stringify({ id, title, body: text, url, category });
  const whole = write(body, actionUrl);
  if (bytesOf(whole) <= MOST_BYTES) return whole;
  // An address cut short leads nowhere.
  const url = bytesOf(write('', actionUrl)) <= MOST_BYTES / 2 ? actionUrl : OWN_PAGE;
  const letters = [...body];
  let [fits, tooLong] = [0, letters.length + 1];
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1;
    if (bytesOf(write(`${letters.slice(0, middle).join('')}…`, url)) <= MOST_BYTES) fits = middle;
    else tooLong = middle;
  }
  return write(`${letters.slice(0, fits).join('')}…`, url);
}

const bytesOf = (text: string): number => Buffer.byteLength(text);
