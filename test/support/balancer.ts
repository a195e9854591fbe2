import { once } from 'node:events';
import { Agent, createServer, IncomingMessage, request, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from './client';
import type { Instance } from './instance';

/** How often each instance is asked whether it is ready, ms. */
const POLL_INTERVAL_MS = 100;

/** What stands before several instances: it gives each request to one that was ready when it was last asked, in turn, and repeats none. */
export class Balancer {
  private readonly server: Server;
  private readonly agent = new Agent({ keepAlive: true });
  private ready: Instance[] = [];
  private turn = 0;
  private isOpen = true;

  private constructor(readonly instances: Instance[]) {
    this.server = createServer((inward, outward) => this.pass(inward, outward));
  }

  /** @param instances may be exchanged for others in place */
  static async open(instances: Instance[]): Promise<Balancer> {
    const balancer = new Balancer(instances);
    balancer.server.listen(0, '127.0.0.1');
    await once(balancer.server, 'listening');
    await balancer.look();
    void balancer.lookOn();
    return balancer;
  }

  get client(): Client {
    return new Client(`http://127.0.0.1:${(this.server.address() as AddressInfo).port}`);
  }

  /** Whether requests are given to this one. */
  knows(instance: Instance): boolean {
    return this.ready.includes(instance);
  }

  async close(): Promise<void> {
    this.isOpen = false;
    this.agent.destroy();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async lookOn(): Promise<void> {
    while (this.isOpen) {
      await sleep(POLL_INTERVAL_MS);
      await this.look();
    }
  }

  private async look(): Promise<void> {
    const answers = await Promise.all(
      this.instances.map(async (instance) => {
        const answer = await instance.client.get('//health/ready').catch(() => null);
        return answer?.status === 200 ? [instance] : [];
      }),
    );
    this.ready = answers.flat();
  }

  private pass(inward: IncomingMessage, outward: ServerResponse): void {
    const instance = this.ready[this.turn++ % this.ready.length];
    if (!instance) return void outward.writeHead(599, 'Nobody is ready').end();
    const { method, url: path, headers } = inward;
    const call = request({ host: '127.0.0.1', port: instance.port, agent: this.agent, method, path, headers });
    call.on('response', (answer) => {
      outward.writeHead(answer.statusCode ?? 0, answer.headers);
      answer.pipe(outward);
    });
    call.on('error', ({ message }) =>
      outward.headersSent ? outward.destroy() : outward.writeHead(598, message).end(),
    );
    inward.pipe(call);
  }
}
