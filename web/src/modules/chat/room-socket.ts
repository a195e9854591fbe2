import { addressOf, type components } from '../../shell/api';

export type Message = components['schemas']['ChatMessage'];

const FIRST_WAIT_MS = 400;
const LONGEST_WAIT_MS = 8000;
const PING_MS = 20_000;
const PONG_MS = 8000;
/** Closed for good: reconnecting would change nothing. */
const POLICY = 1008;

export interface Refused {
  readonly code: string;
  readonly detail: string;
  readonly client_id?: string;
  readonly retry_after_s?: number;
}

type Frame =
  | ({ readonly type: 'message' } & Message)
  | ({ readonly type: 'message_edited' | 'message_deleted'; readonly change: number } & Message)
  | { readonly type: 'system'; readonly content: string; readonly name?: string }
  | ({ readonly type: 'error' } & Refused)
  | { readonly type: 'pong'; readonly code?: undefined };

/** What a socket tells. */
export interface RoomEvents {
  message(message: Message): void;
  change(message: Message): void;
  system(note: { content: string; name?: string }): void;
  refused(refusal: Refused): void;
  link(state: 'open' | 'lost'): void;
  /** For good. @param reason a word, such as `room_not_found` */
  ended(reason: string): void;
}

interface Said {
  readonly type: 'message';
  readonly content: string;
  readonly client_id: string;
  readonly file_id?: string;
}

/** One room over a socket that comes back by itself: what was missed is asked for by number, what was not confirmed is sent again. */
export class RoomSocket {
  private socket: WebSocket | null = null;
  private waitMs = FIRST_WAIT_MS;
  private readonly timers = new Set<ReturnType<typeof setTimeout>>();
  private hasEnded = false;
  /** Whether this connection has been let in. */
  private isIn = false;
  /** Number of the newest message and of the newest change that were heard. */
  private seq: number | null = null;
  private change = 0;
  /** Said and not yet heard, by client_id. */
  private readonly unheard = new Map<string, Said>();

  constructor(
    private readonly room: string,
    private readonly on: RoomEvents,
  ) {
    window.addEventListener('online', this.wake);
    window.addEventListener('offline', this.wake);
    this.open();
  }

  /** Says something, now or once the connection is back. @returns its client_id */
  say(content: string, fileId?: string): string {
    const frame: Said = { type: 'message', content, client_id: crypto.randomUUID(), file_id: fileId };
    this.unheard.set(frame.client_id, frame);
    this.send(frame);
    return frame.client_id;
  }

  read(seq: number): void {
    this.send({ type: 'read', seq });
  }

  /** After signing in again: begins anew where it was. */
  again(): void {
    this.hasEnded = false;
    window.addEventListener('online', this.wake);
    window.addEventListener('offline', this.wake);
    this.open();
  }

  end(): void {
    this.hasEnded = true;
    window.removeEventListener('online', this.wake);
    window.removeEventListener('offline', this.wake);
    this.stopTimers();
    if (this.socket) this.socket.onmessage = null; // what is still on its way is of a room that was left
    this.socket?.close();
  }

  /** The browser says that the network is back, or gone. */
  private readonly wake = (): void => {
    if (!navigator.onLine) this.drop();
    else if (!this.socket || this.socket.readyState > WebSocket.OPEN) this.open();
  };

  private open(): void {
    this.stopTimers();
    if (!navigator.onLine && this.socket) return; // the browser says when it is worth trying
    const since = this.seq === null ? '' : `?last_seq=${this.seq}&last_change=${this.change}`;
    const address = addressOf(`/ws/${encodeURIComponent(this.room)}${since}`);
    const socket = new WebSocket(address.replace(/^http/, 'ws'));
    this.socket = socket;
    this.isIn = false;
    socket.onopen = () => {
      this.waitMs = FIRST_WAIT_MS;
      for (const frame of this.unheard.values()) this.send(frame);
      this.send({ type: 'ping' }); // answered once we are in the room and have all that was said there
      this.keepAlive(socket);
    };
    socket.onmessage = ({ data }) => this.hear(JSON.parse(String(data)) as Frame);
    socket.onclose = ({ code, reason }) => this.closed(socket, code, reason);
  }

  private closed(socket: WebSocket, code: number, reason: string): void {
    if (this.socket !== socket) return;
    this.stopTimers();
    if (this.hasEnded) return;
    if (code === POLICY) {
      this.end();
      return this.on.ended(reason);
    }
    this.on.link('lost');
    this.later(() => this.open(), this.waitMs * (0.5 + Math.random() / 2));
    this.waitMs = Math.min(this.waitMs * 2, LONGEST_WAIT_MS);
  }

  private hear(frame: Frame): void {
    if (!this.isIn && (frame.type === 'pong' || (frame.type === 'error' && frame.code === 'rate_limited'))) {
      this.isIn = true;
      this.on.link('open');
    }
    switch (frame.type) {
      case 'message':
        if (frame.client_id !== null) this.unheard.delete(frame.client_id);
        this.seq = Math.max(this.seq ?? 0, frame.seq);
        return this.on.message(frame);
      case 'message_edited':
      case 'message_deleted':
        this.change = Math.max(this.change, frame.change);
        return this.on.change(frame);
      case 'system':
        return this.on.system(frame);
      case 'error':
        if (frame.code !== 'rate_limited' && frame.code !== 'unavailable') this.unheard.delete(frame.client_id ?? '');
        else this.later(() => this.repeat(frame.client_id), 1000 * Math.min(frame.retry_after_s ?? 1, 10));
        return this.on.refused(frame);
      case 'pong':
        return;
    }
  }

  private repeat(clientId: string | undefined): void {
    const frame = this.unheard.get(clientId ?? '');
    if (frame) this.send(frame);
  }

  /** A connection that is lost without a word is noticed by its silence. */
  private keepAlive(socket: WebSocket): void {
    this.later(() => {
      const deaf = setTimeout(() => socket.close(), PONG_MS);
      this.timers.add(deaf);
      socket.addEventListener('message', () => clearTimeout(deaf), { once: true });
      this.send({ type: 'ping' });
      this.keepAlive(socket);
    }, PING_MS);
  }

  /** Without waiting for the other side, which nothing reaches. */
  private drop(): void {
    const { socket } = this;
    if (!socket || socket.readyState > WebSocket.OPEN) return;
    socket.onmessage = null;
    socket.onclose = null;
    socket.close();
    this.closed(socket, 0, '');
  }

  private send(frame: object): void {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(frame));
  }

  private later(work: () => void, ms: number): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      work();
    }, ms);
    this.timers.add(timer);
  }

  private stopTimers(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
  }
}
