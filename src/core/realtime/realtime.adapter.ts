import { setTimeout as sleep } from 'node:timers/promises';
import type { WebSocketAdapter, WsMessageHandler } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { AccessList } from '../web/access/access-list';
import { Authentication, LiveCaller } from '../web/access/authentication';
import type { Principal } from '../kernel/context/principal';
import { runInContext } from '../kernel/context/context';
import { RateLimited, Unavailable } from '../kernel/errors';
import { RateLimiter } from '../web/limits';
import { newId } from '../kernel/runtime';
import { CLOSE, Connection } from './connection';
import { Connections } from './connections';
import { readFrame, unknownFrame } from './frames';
import type { GatewayOptions } from './gateway-options';
import { Handshake } from './handshake';
import { refusalOf } from './session-watch';

/** What Nest takes for the server of one gateway. */
interface GatewayServer {
  readonly gateway: GatewayOptions;
  opened: (connection: Connection) => void;
}

/** Of who sends too fast the socket is not read for so long. */
const SLOW_MS = 100;

/**
 * Nest's gateways on raw WebSockets whose path has parameters: a route of the server's own, so that whatever the edge does it
 * does for them too. Each frame runs in a context of its own, for the caller as the session is at that moment.
 */
export class RealtimeAdapter implements WebSocketAdapter<GatewayServer, Connection, GatewayOptions> {
  private readonly handshake: Handshake;
  private readonly connections: Connections;
  private readonly authentication: Authentication;
  private readonly limiter: RateLimiter;

  private readonly accessList: AccessList;
  private readonly fastify: FastifyInstance;

  constructor(app: NestFastifyApplication) {
    this.fastify = app.getHttpAdapter().getInstance();
    this.accessList = app.get(AccessList);
    this.handshake = app.get(Handshake);
    this.connections = app.get(Connections);
    this.authentication = app.get(Authentication);
    this.limiter = app.get(RateLimiter);
  }

  create(_port: number, options?: GatewayOptions): GatewayServer {
    const gateway = options as GatewayOptions;
    const server: GatewayServer = { gateway, opened: () => undefined };
    const access = this.accessList.openingOf(gateway.path);
    this.fastify.get(gateway.path, { exposeHeadRoute: false }, async (request, reply) => {
      await this.handshake.answer(request, reply, { gateway, access }, (connection) => server.opened(connection));
      return reply;
    });
    return server;
  }

  bindClientConnect(server: GatewayServer, opened: (connection: Connection) => void): void {
    server.opened = opened;
  }

  bindClientDisconnect(connection: Connection, closed: () => void): void {
    connection.onClose(closed);
  }

  bindMessageHandlers(connection: Connection, handlers: WsMessageHandler[]): void {
    connection.listen(({ bytes, isBinary }) => this.take(connection, handlers, bytes, isBinary));
  }

  /** Before the server closes, which waits for every connection. */
  close(): Promise<void> {
    return this.connections.closeAll();
  }

  dispose(): Promise<void> {
    return Promise.resolve();
  }

  private async take(
    connection: Connection,
    handlers: readonly WsMessageHandler[],
    bytes: Buffer,
    isBinary: boolean,
  ): Promise<void> {
    const { gateway } = connection;
    if (!isBinary && gateway.frames === 'binary') return connection.hangUp(CLOSE.unsupported, 'text_frame');
    let clientId: unknown;
    try {
      const { type, data } = readFrame(bytes, isBinary, gateway);
      if (!Buffer.isBuffer(data)) clientId = data.client_id;
      const caller = await this.callerNow(connection);
      if (!caller) return;
      await this.admit(connection, caller.userId);
      const handler = handlers.find(({ message }) => message === type);
      if (!handler) throw unknownFrame(type);
      await this.run(connection, caller, () => handler.callback(data) as Promise<unknown>);
    } catch (error) {
      connection.refuse(error, clientId);
    }
  }

  /** Asked for each frame, so that none is taken of a session that has just ended: then the socket closes, and it is null. */
  private async callerNow(connection: Connection): Promise<Principal | null> {
    const found = this.authentication.sessions.find(connection.principal.sessionId);
    const live = found instanceof Promise ? await found : found;
    const refusal = refusalOf(live?.principal ?? null);
    if (refusal) connection.close(CLOSE.policy, refusal);
    return refusal ? null : (live as LiveCaller).principal;
  }

  /** @throws RateLimited where the gateway refuses what is beyond its limit, and where the socket closes before its turn */
  private async admit(connection: Connection, userId: string): Promise<void> {
    const { rateGroup, beyond } = connection.gateway.limits;
    for (;;) {
      try {
        const waiting = this.limiter.hit(rateGroup, userId);
        if (waiting) await waiting;
        return;
      } catch (error) {
        connection.slowDown(SLOW_MS);
        if (beyond !== 'delay' || !(error instanceof RateLimited) || !connection.isOpen) throw error;
        await sleep(SLOW_MS);
      }
    }
  }

  private run({ opening }: Connection, principal: Principal, work: () => Promise<unknown>): Promise<unknown> {
    if (this.connections.isEnding) throw new Unavailable({ retryAfterS: 1 });
    return runInContext(
      {
        requestId: newId(),
        transport: 'socket',
        clientIp: opening.clientIp,
        userAgent: opening.userAgent,
        principal,
        answerHeaders: null,
      },
      work,
    );
  }
}
