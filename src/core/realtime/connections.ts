import { Injectable, OnApplicationShutdown, OnModuleInit } from '@nestjs/common';
import { Metrics } from '../kernel/metrics';
import { CLOSE, Connection } from './connection';
import type { GatewayOptions } from './gateway-options';
import { SessionWatch } from './session-watch';
import { SocketCounts } from './socket-counts';

const HEARTBEAT_MS = 25_000;
const PONG_MS = 20_000;
const TICK_MS = 1000;
const FAREWELL_MS = 1500;

/** Every open socket of this process: counted, asked whether it is still there, and closed with the process. */
@Injectable()
export class Connections implements OnModuleInit, OnApplicationShutdown {
  private readonly open = new Map<Connection, { pingAtMs: number }>();
  private readonly counts = new SocketCounts();
  private ticker: NodeJS.Timeout;
  private ending = false;

  constructor(
    private readonly sessions: SessionWatch,
    private readonly metrics: Metrics,
  ) {}

  onModuleInit(): void {
    this.ticker = setInterval(() => this.tick(), TICK_MS).unref();
    const gauge = this.metrics.gauge('websocket_connections', 'Open sockets.', [], () => gauge.set(this.open.size));
  }

  onApplicationShutdown(): void {
    clearInterval(this.ticker);
  }

  /** Whether new ones are still taken. */
  get isEnding(): boolean {
    return this.ending;
  }

  /** Whether the quotas of the gateway leave room for one more socket of this person. */
  admits(gateway: GatewayOptions, userId: string): boolean {
    return this.counts.admits(gateway, userId);
  }

  add(connection: Connection): void {
    this.open.set(connection, { pingAtMs: performance.now() + HEARTBEAT_MS });
    connection.onClose(() => this.open.delete(connection));
    connection.onClose(this.counts.add(connection.gateway.path, connection.principal.userId));
    this.sessions.add(connection);
  }

  /** Says goodbye to all with 1001; who has not answered after a moment is cut. */
  async closeAll(): Promise<void> {
    this.ending = true;
    for (const connection of this.open.keys()) connection.close(CLOSE.goingAway, 'going_away');
    const endMs = performance.now() + FAREWELL_MS;
    while (this.open.size > 0 && performance.now() < endMs) await new Promise((resolve) => setTimeout(resolve, 10));
    for (const connection of this.open.keys()) connection.drop('does not close');
  }

  private tick(): void {
    const nowMs = performance.now();
    for (const [connection, state] of this.open) {
      const since = connection.awaitingPongSinceMs;
      if (since !== null && nowMs - since > PONG_MS) connection.drop('does not answer');
      else if (since === null && nowMs >= state.pingAtMs) {
        connection.ping(nowMs);
        state.pingAtMs = nowMs + HEARTBEAT_MS;
      }
    }
  }
}
