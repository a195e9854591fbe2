import { connect } from 'node:net';

/** What came back over a bare socket. */
export interface RawAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly text: string;
}

/** Sends the bytes as they are, for what no HTTP client would send, and reads the one answer. */
export function sendRaw(url: string, bytes: string): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(bytes, 'latin1'));
    let text = '';
    const finish = (): void => {
      const end = text.indexOf('\r\n\r\n');
      if (end === -1) return reject(new Error(`No answer, only ${JSON.stringify(text)}`));
      const [first, ...lines] = text.slice(0, end).split('\r\n');
      const headers = new Map(
        lines.map((line): [string, string] => {
          const [name, ...value] = line.split(':');
          return [name.toLowerCase(), value.join(':').trim()];
        }),
      );
      const body = text.slice(end + 4);
      if (body.length >= Number(headers.get('content-length') ?? 0)) {
        resolve({ status: Number(first.split(' ')[1]), headers, text: body });
        socket.destroy();
      }
    };
    socket.setEncoding('utf8').setTimeout(5000, finish);
    socket.on('data', (chunk) => {
      text += String(chunk);
      if (text.includes('\r\n\r\n')) finish();
    });
    socket.on('close', finish);
    socket.on('error', (error) => (text === '' ? reject(error) : finish()));
  });
}

/** A request without a body, its header lines exactly as given. */
export function rawRequest(method: string, path: string, lines: readonly string[]): string {
  return [`${method} ${path} HTTP/1.1`, 'Host: localhost', 'Connection: close', ...lines, '', ''].join('\r\n');
}
