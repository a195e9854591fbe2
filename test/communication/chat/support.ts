import { once } from 'node:events';
import { WebSocket } from 'ws';
import { until } from '../../support/until';
import { within } from '../../support/within';

/** A frame as it came. */
export type Frame = Record<string, any>;

export interface OpenOptions {
  /** Of the query; `last_seq`, say. */
  readonly query?: Record<string, string | number>;
  readonly headers?: Record<string, string>;
  /** Of another socket than the room's. */
  readonly path?: string;
}

/** A client of the chat, as anybody would write it: it keeps all that it hears. */
export class ChatClient {
  readonly frames: Frame[] = [];
  closed: { code: number; reason: string } | null = null;

  private constructor(readonly socket: WebSocket) {
    socket.on('message', (data: Buffer) => this.frames.push(JSON.parse(String(data)) as Frame));
    socket.on('close', (code, reason) => (this.closed = { code, reason: String(reason) }));
    socket.on('error', () => undefined);
  }

  /** Opens a socket, or fails with the status that refused it. @param token null for none */
  static async open(
    url: string,
    room: string,
    token: string | null,
    { query = {}, headers = {}, path = `/ws/${room}` }: OpenOptions = {},
  ): Promise<ChatClient> {
    const search = new URLSearchParams(
      Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]),
    );
    const address = `${url.replace(/^http/, 'ws')}${path}${search.size > 0 ? `?${search.toString()}` : ''}`;
    const bearer: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token}` };
    const socket = new WebSocket(address, { headers: { ...bearer, ...headers }, perMessageDeflate: false });
    const client = new ChatClient(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('unexpected-response', (request, response) => {
        request.destroy();
        reject(new Error(`Refused with ${response.statusCode}`));
      });
      socket.once('error', reject);
    });
    return client;
  }

  /** The messages it has heard, in the order in which they came. */
  get messages(): Frame[] {
    return this.ofType('message');
  }

  get errors(): Frame[] {
    return this.ofType('error');
  }

  get said(): string[] {
    return this.messages.map(({ content }) => content as string);
  }

  /** What it was told of joining and leaving. */
  get news(): string[] {
    return this.ofType('system').map(({ content }) => content as string);
  }

  ofType(type: string): Frame[] {
    return this.frames.filter((frame) => frame.type === type);
  }

  send(frame: string | object): void {
    this.socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame));
  }

  /** Waits for a frame that satisfies. @returns it */
  async hears(isIt: (frame: Frame) => boolean, limitMs = 10_000): Promise<Frame> {
    await within(
      limitMs,
      () => this.frames,
      (frames) => frames.some(isIt),
    );
    return this.frames.find(isIt) as Frame;
  }

  /** Waits until it has heard this said. */
  hearsSaid(content: string, limitMs?: number): Promise<Frame> {
    return this.hears((frame) => frame.type === 'message' && frame.content === content, limitMs);
  }

  /** Waits until the server answers: whatever was sent before has been taken by then. */
  async settled(): Promise<void> {
    const before = this.ofType('pong').length;
    this.send({ type: 'ping' });
    await until(() => this.ofType('pong').length > before || this.closed !== null);
  }

  /** Waits until the server has closed it. */
  async isClosed(limitMs = 10_000): Promise<{ code: number; reason: string }> {
    await within(limitMs, () => this.closed !== null, Boolean);
    return this.closed as { code: number; reason: string };
  }

  async close(): Promise<void> {
    if (this.closed) return;
    const closed = once(this.socket, 'close');
    this.socket.close();
    await closed;
  }

  /** Goes without a word, as a lost connection does. */
  cut(): void {
    this.socket.terminate();
  }
}

/** Whether these are numbers one after another. */
export function isGapless(frames: readonly Frame[]): boolean {
  return frames.every(({ seq }, n) => n === 0 || seq === frames[n - 1].seq + 1);
}

/** How long it takes each of these words, said one after another, to be heard elsewhere. @returns ms, the least first */
export async function deliveries(from: ChatClient, to: ChatClient, words: readonly string[]): Promise<number[]> {
  const took: number[] = [];
  for (const word of words) {
    const arrival = new Promise<number>((resolve) => {
      const hear = (data: Buffer): void => {
        if (!String(data).includes(word)) return;
        to.socket.off('message', hear);
        resolve(performance.now());
      };
      to.socket.on('message', hear);
    });
    const fromMs = performance.now();
    from.send(word);
    took.push((await arrival) - fromMs);
  }
  return took.sort((a, b) => a - b);
}

/** The middle one of numbers in their order. */
export const medianOf = (sorted: readonly number[]): number => sorted[Math.floor(sorted.length / 2)];
