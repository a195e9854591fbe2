import { subscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';

/** Answers that are followed by another to the same request (RFC 9110 section 15.2); 101 is none of them. */
const INTERIM = /^HTTP\/1\.\d 1(?:0[02-9]|[1-9]\d)[ \r\n]/;
/** Less of a status line than says whether it is one of them. */
const BEGINNING = /^H(?:T(?:T(?:P(?:\/(?:1(?:\.(?:\d(?: (?:1\d{0,2})?)?)?)?)?)?)?)?)?$/;
const STATUS_LINE_BYTES = 13;
const END = '\r\n\r\n';
/** Nobody needs more of them for one request. */
const MOST = 16;
const MOST_BYTES = 32_768;

const skippers = new WeakMap<object, InterimSkipper>();
// undici publishes it before each request that it writes.
subscribe('undici:client:sendHeaders', (message) => {
  skippers.get((message as { socket: object }).socket)?.expect();
});

/**
 * Takes the interim answers out of a connection before undici reads it: a client has to skip those it has not asked for (RFC 9110
 * section 15.2), and undici ends the connection at a 100.
 */
export function skipInterimAnswers(socket: Socket): void {
  skippers.set(socket, new InterimSkipper(socket));
}

class InterimSkipper {
  private isExpecting = false;
  private skipped = 0;
  /** Bytes that may be the beginning of an interim answer. */
  private held: Buffer | null = null;

  constructor(socket: Socket) {
    const read = socket.read.bind(socket) as () => Buffer | null;
    socket.read = () => {
      const chunk = read();
      return this.isExpecting && chunk !== null ? this.withoutInterim(chunk) : chunk;
    };
  }

  /** A request goes out: what comes next is the beginning of an answer. */
  expect(): void {
    this.isExpecting = true;
    this.skipped = 0;
  }

  /** @returns null while it cannot be told yet what the bytes are */
  private withoutInterim(chunk: Buffer): Buffer | null {
    let bytes = this.held ? Buffer.concat([this.held, chunk]) : chunk;
    this.held = null;
    for (;;) {
      const start = bytes.toString('latin1', 0, STATUS_LINE_BYTES);
      const isInterim = INTERIM.test(start);
      const isShort = bytes.length < STATUS_LINE_BYTES && BEGINNING.test(start);
      const end = isInterim ? bytes.indexOf(END) : -1;
      if (end !== -1 && this.skipped < MOST) {
        this.skipped += 1;
        bytes = bytes.subarray(end + END.length);
        if (bytes.length === 0) return null;
      } else if ((isShort || (isInterim && end === -1)) && bytes.length < MOST_BYTES) {
        this.held = bytes;
        return null;
      } else {
        this.isExpecting = false;
        return bytes;
      }
    }
  }
}
