import { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';

/** The bare connection of a request that asks for another protocol, and what has come on it already. */
export interface Upgrade {
  readonly socket: Duplex;
  readonly head: Buffer;
}

/**
 * Requests that ask for another protocol (RFC 9110 section 7.8), below paths that somebody has claimed. They are served
 * like any other request, so the edge, the guard and the problems are the same; the handler finds the bare connection here.
 * Others are answered as if they had not asked, unless somebody else listens for them.
 */
@Injectable()
export class Upgrades {
  private readonly pending = new WeakMap<IncomingMessage, Upgrade>();
  private readonly prefixes: string[] = [];
  private server: FastifyInstance | null = null;

  /** From now on requests below this path come with their connection. */
  claim(server: FastifyInstance, prefix: string): void {
    this.prefixes.push(prefix);
    if (this.server) return;
    this.server = server;
    server.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      const isOurs = this.prefixes.some((one) => request.url?.startsWith(one));
      if (isOurs || server.server.listenerCount('upgrade') === 1) this.serve(server, request, { socket, head });
    });
  }

  /** The connection of a request, to be taken over; null when it did not ask for another protocol. */
  of(request: IncomingMessage): Upgrade | null {
    return this.pending.get(request) ?? null;
  }

  private serve(server: FastifyInstance, request: IncomingMessage, upgrade: Upgrade): void {
    this.pending.set(request, upgrade);
    const { socket } = upgrade;
    const answer = new ServerResponse(request);
    answer.shouldKeepAlive = false;
    answer.assignSocket(socket as never);
    socket.on('error', () => socket.destroy());
    // Once answered without having been taken over.
    answer.once('finish', () => {
      if (!answer.socket) return;
      answer.detachSocket(socket as never);
      socket.end();
    });
    server.routing(request, answer);
  }
}
