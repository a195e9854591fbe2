import type { IncomingMessage } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { WebSocket, WebSocketServer } from 'ws';
import { Access } from '../web/access/access.decorators';
import { Authentication } from '../web/access/authentication';
import type { Principal } from '../kernel/context/principal';
import { Config, CONFIG } from '../kernel/config';
import { MalformedRequest, Unavailable } from '../kernel/errors';
import { upgradeOf } from '../web/http/upgrades';
import { logger } from '../kernel/logging';
import { CLOSE, Connection, TOO_MANY_SOCKETS } from './connection';
import { Connections } from './connections';
import { FrameWays } from './frame-ways';
import type { GatewayOptions } from './gateway-options';
import { isAllowedOrigin } from './origins';
import { OriginNotAllowed, UpgradeRequired } from './realtime.errors';
import { refusalOf } from './session-watch';
import { chooseSubProtocol } from './sub-protocols';

/** Unless a gateway says how long its frames may be. */
const MAX_FRAME_BYTES = 65_536;
/** Longer frames may come in more pieces, these being the smallest on average. */
const FRAGMENT_BYTES = 1024;
const CHUNK_BYTES = 64;
const KEY = /^[A-Za-z0-9+/]{22}==$/;
/** Who is refused after the upgrade has so long to close. */
const REFUSED_MS = 2000;
const MAX_SECRET = 4096;

/** Opens sockets: origin, credential and rights are looked at before the first frame (reliability.md, point 9). */
@Injectable()
export class Handshake {
  private readonly servers = new Map<GatewayOptions, WebSocketServer>();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly authentication: Authentication,
    private readonly connections: Connections,
    private readonly ways: FrameWays,
  ) {}

  /**
   * Answers a request to open a socket. A caller who may not have one gets it all the same, closed with 1008 before any frame:
   * a browser's script learns nothing of an answer that refuses. The same, with 1013, goes for who exceeds a quota.
   * @param access what the gateway says of who may open one @param opened hears of who may
   * @throws Unavailable while the process drains, UpgradeRequired, MalformedRequest, OriginNotAllowed
   */
  async answer(
    request: FastifyRequest,
    reply: FastifyReply,
    { gateway, access }: { gateway: GatewayOptions; access: Access | undefined },
    opened: (connection: Connection) => void,
  ): Promise<void> {
    const upgrade = upgradeOf(request.raw);
    if (!upgrade || !isWebSocket(request.raw)) {
      void reply.header('upgrade', 'websocket');
      throw new UpgradeRequired();
    }
    if (this.connections.isEnding) throw new Unavailable({ retryAfterS: 1 });
    checkForm(request.raw);
    this.checkOrigin(request);
    const caller = await this.callerOf(request);
    const refusal = refusalOf(caller) ?? (isAllowed(access, caller as Principal) ? null : 'forbidden');
    const opening = {
      params: request.params as Record<string, string>,
      query: request.query as Record<string, unknown>,
      requestId: request.id,
      clientIp: request.ip,
      userAgent: request.context.userAgent,
      path: request.url.split('?', 1)[0],
    };
    logger.info(
      {
        requestId: request.id,
        path: opening.path,
        userId: caller?.userId,
        ip: request.ip,
        refusal: refusal ?? undefined,
      },
      'socket',
    );
    reply.hijack();
    upgrade.release();
    this.serverOf(gateway).handleUpgrade(request.raw, upgrade.socket, upgrade.head, (ws) => {
      if (refusal) return refuse(ws, CLOSE.policy, refusal);
      const principal = caller as Principal;
      if (!this.connections.admits(gateway, principal.userId)) return refuse(ws, CLOSE.tryLater, TOO_MANY_SOCKETS);
      const connection = new Connection(ws, upgrade.socket, gateway, opening, principal, this.ways.current);
      opened(connection);
      this.connections.add(connection);
    });
  }

  private serverOf(gateway: GatewayOptions): WebSocketServer {
    const known = this.servers.get(gateway);
    if (known) return known;
    const { maxFrameBytes = MAX_FRAME_BYTES, subProtocols = [] } = gateway;
    const maxPayload = typeof maxFrameBytes === 'number' ? maxFrameBytes : maxFrameBytes(this.config);
    const pieces = Math.max(maxPayload, MAX_FRAME_BYTES);
    const server = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      perMessageDeflate: false,
      maxPayload,
      maxFragments: Math.ceil(pieces / FRAGMENT_BYTES),
      maxBufferedChunks: Math.ceil(pieces / CHUNK_BYTES),
      handleProtocols: (offered) => chooseSubProtocol(offered, subProtocols),
    });
    this.servers.set(gateway, server);
    return server;
  }

  /** Programs send no `Origin`; of browsers only our own pages and those allowed get in. */
  private checkOrigin({ headers }: FastifyRequest): void {
    const { origin, host } = headers;
    if (origin !== undefined && !isAllowedOrigin(origin, host, this.config)) throw new OriginNotAllowed();
  }

  /** By the header, else a ticket, else a token, else the cookie of a page that said where it is from. */
  private callerOf({ headers, query, context }: FastifyRequest): Principal | null | Promise<Principal | null> {
    const { ticket, token } = query as Record<string, unknown>;
    if (headers.authorization !== undefined) return context.principal;
    if (ticket !== undefined) return isSecret(ticket) ? this.authentication.tickets.redeem(ticket) : null;
    if (token !== undefined) return isSecret(token) ? this.authentication.identify(`Bearer ${token}`) : null;
    return context.byCookie && headers.origin !== undefined ? context.principal : null;
  }
}

const isSecret = (value: unknown): value is string => typeof value === 'string' && value.length <= MAX_SECRET;

function isWebSocket({ headers, method }: IncomingMessage): boolean {
  return method === 'GET' && headers.upgrade?.toLowerCase() === 'websocket';
}

/** RFC 6455 section 4.2.1. @throws MalformedRequest */
function checkForm({ headers }: IncomingMessage): void {
  const key = headers['sec-websocket-key'] ?? '';
  if (headers['sec-websocket-version'] !== '13' || !KEY.test(key)) throw new MalformedRequest();
}

/** Whatever the caller may do, nobody without `@Require()` or `@Public()` gets in. */
function isAllowed(access: Access | undefined, { permissions }: Principal): boolean {
  if (!access) return false;
  return access.kind === 'public' || access.permissions.every((one) => permissions.has(one));
}

function refuse(ws: WebSocket, code: number, reason: string): void {
  ws.on('error', () => undefined);
  ws.close(code, reason);
  setTimeout(() => ws.terminate(), REFUSED_MS).unref();
}
