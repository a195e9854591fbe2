import { Agent as HttpAgent, AgentOptions } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { connect, isIP, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { Agent, buildConnector, fetch as undiciFetch, RequestInit } from 'undici';
import { AddressGuard, bare } from './address-guard';
import { skipInterimAnswers } from './interim-answers';

interface Timeouts {
  readonly connectMs: number;
  /** Between the request and the header of its answer, and between two pieces of the body. */
  readonly silenceMs?: number;
}

type Created = (error: Error | null, socket?: Duplex) => void;
type Creates = { createConnection(options: object, created: Created): Duplex | null | undefined };

/** Connections of `node:http` and `node:https` to where the guard lets them go. */
export function guardedAgents(guard: AddressGuard, options: AgentOptions = {}): { http: HttpAgent; https: HttpsAgent } {
  return { http: guarded(new HttpAgent(options), guard), https: guarded(new HttpsAgent(options), guard) };
}

function guarded<T extends HttpAgent>(agent: T, guard: AddressGuard): T {
  const creates = agent as unknown as Creates;
  const create = creates.createConnection.bind(agent);
  creates.createConnection = (options: { host?: string }, created) => {
    const host = options.host ?? '';
    const make = (): Duplex => create({ ...options, lookup: guard.lookup }, created) as Duplex;
    if (isIP(host) === 0) return make();
    guard.resolve(host).then(() => created(null, make()), created);
    return undefined;
  };
  return agent;
}

/** The same for undici. @param tls what its connections to `https:` are checked by */
export function guardedConnector(
  guard: AddressGuard,
  { connectMs }: Timeouts,
  tls: buildConnector.BuildOptions = {},
): buildConnector.connector {
  const connector = buildConnector({ ...tls, timeout: connectMs, lookup: guard.lookup });
  return (options, finish) => {
    const done: buildConnector.Callback = (...result) => {
      if (result[1]) skipInterimAnswers(result[1]);
      finish(...result);
    };
    if (isIP(bare(options.hostname)) === 0) return connector(options, done);
    guard.resolve(options.hostname).then(
      () => connector(options, done),
      (error: Error) => done(error, null),
    );
  };
}

/** `fetch` that goes only where the guard lets it, and follows no redirect. */
export function guardedFetch(
  guard: AddressGuard,
  timeouts: Required<Timeouts>,
): (url: string, options?: RequestInit) => Promise<Response> {
  const dispatcher = new Agent({
    connect: guardedConnector(guard, timeouts),
    headersTimeout: timeouts.silenceMs,
    bodyTimeout: timeouts.silenceMs,
  });
  return (url, options) => undiciFetch(url, { ...options, redirect: 'manual', dispatcher });
}

/** A plain TCP connection to where the guard lets it go. @throws AddressRefused, and what the DNS or the network says */
export async function guardedSocket(
  guard: AddressGuard,
  hostname: string,
  port: number,
  { connectMs }: Timeouts,
): Promise<Socket> {
  const [{ address }] = await guard.resolve(hostname);
  return new Promise((resolve, reject) => {
    const socket = connect({ host: address, port });
    const late = setTimeout(() => socket.destroy(timedOut()), connectMs);
    socket.once('error', reject).once('close', () => clearTimeout(late));
    socket.once('connect', () => {
      clearTimeout(late);
      socket.off('error', reject);
      resolve(socket);
    });
  });
}

function timedOut(): Error {
  return Object.assign(new Error('No connection in time'), { code: 'ETIMEDOUT' });
}
