import { createServer, Server as NetServer, Socket } from 'node:net';
import type { Server } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { listenersOf } from './listeners';

const POLL_INTERVAL_MS = 50;
/** A client that has connected sends its first byte within this, ms. */
const FIRST_BYTE_MS = 1000;
/** A turn of the event loop that is as short as this had nothing else to do, ms. */
const QUIET_MS = 0.05;
/** Without a quiet turn the listener closes after this, ms. */
const PATIENCE_MS = 500;

/**
 * Makes the server drop nothing when it closes. Connections that the kernel has accepted, and this process has not, are reset
 * when the listener closes: it closes in a turn of the event loop that found none. Connections that are made and have sent
 * nothing have time for their first request; Node takes them for busy ones and would wait for them without end.
 */
export function closeGently(server: FastifyInstance): void {
  const http = server.server;
  /** When each open connection was made, by `performance.now()`. */
  const sockets = new Map<Socket, number>();
  let accepted = 0;
  http.on('connection', (socket: Socket) => {
    accepted += 1;
    sockets.set(socket, performance.now());
    socket.once('close', () => sockets.delete(socket));
  });
  server.addHook('preClose', (done) => {
    const closeNow = (): void => {
      const closed = closeListeners(http);
      const timer = setInterval(() => setImmediate(() => closeUnused(http, sockets)), POLL_INTERVAL_MS); // after what has come was read
      void closed.then(() => clearInterval(timer));
      done();
    };
    const isListening = http.listening || listenersOf(http).length > 0;
    if (isListening) rehearse(() => inQuietTurn(() => accepted, closeNow));
    else done();
  });
}

/** Closes a listener without clients, so that the engine has compiled what closes ours: 20 µs in place of 90 in which to be reset. */
function rehearse(then: () => void): void {
  const other = createServer().listen(0, '127.0.0.1', () => NetServer.prototype.close.call(other, then));
}

/** One connection is accepted in each turn of the loop: a turn without any has found none waiting. */
function inQuietTurn(accepted: () => number, run: () => void): void {
  const giveUpAtMs = performance.now() + PATIENCE_MS;
  const turn = (beganAtMs: number, before: number): void => {
    const nowMs = performance.now();
    const isQuiet = accepted() === before && nowMs - beganAtMs < QUIET_MS;
    if (isQuiet || nowMs > giveUpAtMs) run();
    else setImmediate(turn, nowMs, accepted());
  };
  setImmediate(turn, performance.now(), accepted());
}

/**
 * Closes every listener alone and at once; the server's own `close`, which comes later, waits for the connections of all.
 * @returns when the last of them has ended
 */
function closeListeners(http: Server): Promise<unknown> {
  const closed = Promise.all(
    [http, ...listenersOf(http)].map(
      (listener) => new Promise<void>((resolve) => NetServer.prototype.close.call(listener, () => resolve())),
    ),
  );
  http.close = (done) => {
    void closed.then(() => done?.());
    return http;
  };
  return closed;
}

/** Those whose last answer was given after the close began, and those on which nothing comes. */
function closeUnused(http: Server, sockets: ReadonlyMap<Socket, number>): void {
  http.closeIdleConnections();
  const madeBeforeMs = performance.now() - FIRST_BYTE_MS;
  for (const [socket, atMs] of sockets) if (socket.bytesRead === 0 && atMs < madeBeforeMs) socket.destroy();
}
