// One room over a socket that comes back by itself: what was missed is asked for by number, what was not confirmed is sent again.

import { addressOf } from './atrium.js';

const FIRST_WAIT_MS = 400;
const LONGEST_WAIT_MS = 8000;
const PING_MS = 20_000;
const PONG_MS = 8000;
/** Closed for good: connecting again would change nothing. */
const POLICY = 1008;

export class RoomSocket {
  #room;
  #on;
  #socket = null;
  #waitMs = FIRST_WAIT_MS;
  #timers = new Set();
  #ended = false;
  /** Whether this connection has been let in. */
  #isIn = false;
  /** Number of the newest message and of the newest change that were heard. */
  #seq = null;
  #change = 0;
  /** Said and not yet heard, by client_id. */
  #unheard = new Map();
  /** The browser says that the network is back, or gone. */
  #wake = () => {
    if (!navigator.onLine) this.#drop();
    else if (this.#socket.readyState > WebSocket.OPEN) this.#open();
  };

  /** @param on `message`, `change`, `system`, `refused`, `link` (`open`, `lost`) and `ended` (the reason) */
  constructor(room, lastChange, on) {
    this.#room = room;
    this.#change = lastChange;
    this.#on = on;
    addEventListener('online', this.#wake);
    addEventListener('offline', this.#wake);
    this.#open();
  }

  /** Says something, now or once the connection is back. @param fileId of a file to share @returns its client_id */
  say(content, fileId) {
    const frame = { type: 'message', content, client_id: crypto.randomUUID(), file_id: fileId };
    this.#unheard.set(frame.client_id, frame);
    this.#send(frame);
    return frame.client_id;
  }

  read(seq) {
    this.#send({ type: 'read', seq });
  }

  end() {
    this.#ended = true;
    removeEventListener('online', this.#wake);
    removeEventListener('offline', this.#wake);
    this.#stopTimers();
    this.#socket.onmessage = null; // what is still on its way is of a room that was left
    this.#socket.close();
  }

  #open() {
    this.#stopTimers();
    if (!navigator.onLine && this.#socket) return; // the browser says when it is worth trying
    const since = this.#seq === null ? '' : `?last_seq=${this.#seq}&last_change=${this.#change}`;
    const address = addressOf(`/ws/${encodeURIComponent(this.#room)}${since}`);
    const socket = new WebSocket(address.replace(/^http/, 'ws'));
    this.#socket = socket;
    this.#isIn = false;
    socket.onopen = () => {
      this.#waitMs = FIRST_WAIT_MS;
      for (const frame of this.#unheard.values()) this.#send(frame);
      this.#send({ type: 'ping' }); // answered once we are in the room and have all that was said there
      this.#keepAlive(socket);
    };
    socket.onmessage = ({ data }) => this.#hear(JSON.parse(data));
    socket.onclose = ({ code, reason }) => {
      if (this.#socket !== socket) return;
      this.#stopTimers();
      if (this.#ended) return;
      if (code === POLICY) {
        this.end();
        return this.#on.ended(reason);
      }
      this.#on.link('lost');
      this.#later(() => this.#open(), this.#waitMs * (0.5 + Math.random() / 2));
      this.#waitMs = Math.min(this.#waitMs * 2, LONGEST_WAIT_MS);
    };
  }

  #hear(frame) {
    if (!this.#isIn && (frame.type === 'pong' || frame.code === 'rate_limited')) {
      this.#isIn = true;
      this.#on.link('open');
    }
    switch (frame.type) {
      case 'message':
        this.#unheard.delete(frame.client_id);
        this.#seq = Math.max(this.#seq ?? 0, frame.seq);
        return this.#on.message(frame);
      case 'message_edited':
      case 'message_deleted':
        this.#change = Math.max(this.#change, frame.change);
        return this.#on.change(frame);
      case 'system':
        return this.#on.system(frame);
      case 'error':
        if (frame.code !== 'rate_limited' && frame.code !== 'unavailable') this.#unheard.delete(frame.client_id);
        else this.#later(() => this.#again(frame.client_id), 1000 * Math.min(frame.retry_after_s ?? 1, 10));
        return this.#on.refused(frame);
    }
  }

  #again(clientId) {
    const frame = this.#unheard.get(clientId);
    if (frame) this.#send(frame);
  }

  /** A connection that is lost without a word is noticed by its silence. */
  #keepAlive(socket) {
    this.#later(() => {
      const deaf = setTimeout(() => socket.close(), PONG_MS);
      this.#timers.add(deaf);
      socket.addEventListener('message', () => clearTimeout(deaf), { once: true });
      this.#send({ type: 'ping' });
      this.#keepAlive(socket);
    }, PING_MS);
  }

  /** Without waiting for the other side, which nothing reaches. */
  #drop() {
    const socket = this.#socket;
    if (socket.readyState > WebSocket.OPEN) return;
    socket.onmessage = null;
    const closed = socket.onclose;
    socket.onclose = null;
    socket.close();
    closed.call(socket, { code: 0, reason: '' });
  }

  #send(frame) {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(frame));
  }

  #later(work, ms) {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      work();
    }, ms);
    this.#timers.add(timer);
  }

  #stopTimers() {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }
}
