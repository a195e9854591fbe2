import { once } from 'node:events';
import type { Server } from 'node:http';
import { createServer, Server as NetServer, type Socket } from 'node:net';

/** The listeners beside a server's own, by the server that serves their connections. */
const listeners = new WeakMap<Server, NetServer[]>();

/** The listeners that `listenAlso` has opened for this server. */
export const listenersOf = (http: Server): readonly NetServer[] => listeners.get(http) ?? [];

/**
 * Accepts connections on one more port. The server serves them like its own: time limits, upgrades and the close are the same.
 * @throws the error of the operating system: EADDRINUSE where the port is taken
 */
export async function listenAlso(http: Server, port: number, host: string): Promise<void> {
  const listener = createServer({ allowHalfOpen: true, noDelay: true }, (socket: Socket) => {
    http.emit('connection', socket);
  });
  listener.listen(port, host);
  await once(listener, 'listening'); // rejects at 'error'
  listeners.set(http, [...listenersOf(http), listener]);
}
