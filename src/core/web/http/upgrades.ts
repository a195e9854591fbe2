import { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** A connection whose request wants another protocol. */
export interface Upgrade {
  readonly socket: Socket;
  /** What has come after the request already. */
  readonly head: Buffer;
  /** Lets go of the connection: from now on it is the caller's, and no answer of HTTP is written to it. */
  release(): void;
}

const upgrades = new WeakMap<IncomingMessage, Upgrade>();

/** The upgrade that a request wants; null when it wants none. */
export const upgradeOf = (request: IncomingMessage): Upgrade | null => upgrades.get(request) ?? null;

/**
 * Sends requests to upgrade through the routes like any other, so that identity, limits, headers, problems and the log are
 * the edge's for them too. A route that wants the connection takes it by `upgradeOf`; any other answers as if `Upgrade`, which
 * a server may ignore (RFC 9110 section 7.8), had not been sent, and the connection closes.
 */
export function routeUpgrades(fastify: FastifyInstance): void {
  fastify.server.on('upgrade', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    const response = new ServerResponse(request);
    response.shouldKeepAlive = false;
    response.assignSocket(socket);
    const ignore = (): void => undefined;
    const end = (): void => {
      response.detachSocket(socket);
      socket.destroySoon();
    };
    socket.on('error', ignore); // the server has let go of it
    response.once('finish', end);
    upgrades.set(request, {
      socket,
      head,
      release: () => {
        response.off('finish', end);
        response.detachSocket(socket);
        socket.off('error', ignore);
      },
    });
    fastify.routing(request, response);
  });
}
