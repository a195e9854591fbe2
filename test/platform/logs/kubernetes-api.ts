import { once } from 'node:events';
import { createServer, IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';

/** A container's log as the stand-in keeps it. */
export interface KeptLog {
  lines: { time: string; text: string }[];
  previous?: { time: string; text: string }[];
}

/**
 * A stand-in for the API of Kubernetes: an HTTP server of ours that speaks as much of its pod and pod-log API as is documented
 * ("Kubernetes API reference: read log of the specified Pod") and used here. It is no Kubernetes.
 */
export class StandInKubernetes {
  readonly asked: { path: string; query: Record<string, string>; token: string | undefined }[] = [];
  readonly logs = new Map<string, KeptLog>();
  token = 'service-account-token-1';
  /** Answers with this status in place of its own. */
  fails: number | 'hangs' | 'cuts' | 'mumbles' | null = null;
  /** What it has written of logs of the pod `flood`, which never end, bytes. */
  flooded = 0;
  /** Questions it is at. */
  open = 0;
  private readonly server: Server;
  private readonly followers = new Set<{ key: string; response: ServerResponse }>();

  constructor(tls?: { key: string; cert: string }) {
    const answer = (request: IncomingMessage, response: ServerResponse): void => this.answer(request, response);
    this.server = tls ? createTlsServer(tls, answer) : createServer(answer);
  }

  /** @returns its port on the loopback */
  async start(port = 0): Promise<number> {
    this.server.listen(port, '127.0.0.1');
    await once(this.server, 'listening');
    return (this.server.address() as { port: number }).port;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** @param key `pod/container` */
  keep(key: string, ...lines: [time: string, text: string][]): void {
    const log = this.logs.get(key) ?? { lines: [] };
    this.logs.set(key, log);
    for (const [time, text] of lines) {
      log.lines.push({ time, text });
      for (const one of this.followers) if (one.key === key) one.response.write(`${time} ${text}\n`);
    }
  }

  /** Ends what is being followed, as the API does after hours. */
  hangUp(): void {
    for (const { response } of this.followers) response.end();
    this.followers.clear();
  }

  get following(): number {
    return this.followers.size;
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    this.open += 1;
    response.once('close', () => (this.open -= 1));
    const url = new URL(request.url ?? '', 'http://x');
    const query = Object.fromEntries(url.searchParams);
    const token = /^Bearer (.*)$/.exec(request.headers.authorization ?? '')?.[1];
    this.asked.push({ path: url.pathname, query, token });
    if (this.fails === 'hangs') return;
    if (this.fails === 'cuts') return void request.socket.destroy();
    if (this.fails === 'mumbles')
      return void response.writeHead(200, { 'content-type': 'application/json' }).end('{"ki');
    if (this.fails !== null) return this.refuse(response, this.fails, 'an internal matter of node-7.internal');
    if (token !== this.token) return this.refuse(response, 401, 'Unauthorized');
    const [, namespace, pod, log] =
      /^\/api\/v1\/namespaces\/([^/]+)\/pods(?:\/([^/]+)(\/log)?)?$/.exec(url.pathname) ?? [];
    if (namespace !== 'default') return this.refuse(response, 403, `pods is forbidden in ${namespace}`);
    if (log && pod === 'flood') return this.flood(response);
    if (log) return this.log(pod, query, response);
    const names = [...new Set([...this.logs.keys()].map((key) => key.split('/')[0]))].sort();
    if (pod) {
      if (!names.includes(pod)) return this.refuse(response, 404, `pods "${pod}" not found`);
      return json(response, 200, this.pod(pod));
    }
    const from = query.continue ? names.indexOf(query.continue) : 0;
    const page = names.slice(from, from + 2); // pages of two, whatever limit is asked for, which the API may do
    const next = names[from + 2];
    json(response, 200, {
      kind: 'PodList',
      metadata: next ? { continue: next } : {},
      items: page.map((name) => this.pod(name)),
    });
  }

  private pod(name: string): object {
    const containers = [...this.logs.keys()]
      .filter((key) => key.startsWith(`${name}/`))
      .map((key) => key.split('/')[1]);
    const containerStatuses = containers.map((container) => ({
      name: container,
      restartCount: this.logs.get(`${name}/${container}`)?.previous ? 1 : 0,
    }));
    return {
      kind: 'Pod',
      metadata: { name, namespace: 'default' },
      spec: { containers: containers.map((container) => ({ name: container })) },
      status: { startTime: '2026-11-25T09:59:00Z', containerStatuses },
    };
  }

  private log(pod: string, query: Record<string, string>, response: ServerResponse): void {
    const key = `${pod}/${query.container}`;
    const kept = this.logs.get(key);
    if (!kept) return this.refuse(response, 400, `container ${query.container} is not valid for pod ${pod}`);
    const source = query.previous === 'true' ? kept.previous : kept.lines;
    if (!source) return this.refuse(response, 400, 'previous terminated container not found');
    const since = query.sinceTime ? Date.parse(query.sinceTime) : -Infinity;
    const chosen = source.filter(({ time }) => Date.parse(time) >= since);
    const tail = query.tailLines === undefined ? chosen : chosen.slice(-Number(query.tailLines));
    const stamped = query.timestamps === 'true';
    response.writeHead(200, { 'content-type': 'text/plain' });
    response.write(tail.map(({ time, text }) => (stamped ? `${time} ${text}\n` : `${text}\n`)).join(''));
    if (query.follow !== 'true') return void response.end();
    const follower = { key, response };
    this.followers.add(follower);
    response.once('close', () => this.followers.delete(follower));
  }

  /** At the pace of who reads it. */
  private flood(response: ServerResponse): void {
    const piece = `${'2026-11-25T10:00:00Z flood\n'.repeat(2500)}`;
    const go = (): void => {
      do this.flooded += piece.length;
      while (!response.destroyed && response.write(piece));
    };
    response.writeHead(200, { 'content-type': 'text/plain' }).on('drain', go);
    go();
  }

  private refuse(response: ServerResponse, code: number, message: string): void {
    json(response, code, { kind: 'Status', apiVersion: 'v1', status: 'Failure', message, code });
  }
}

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
