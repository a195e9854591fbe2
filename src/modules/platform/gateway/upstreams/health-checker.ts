import { Injectable, Logger, OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { isBodiless } from '../proxy/headers';
import type { Target } from './target';
import type { Upstream } from './upstream';
import { Upstreams } from './upstreams';

/** Asks targets how they do, where the configuration says so, and sets aside those that are ill. */
@Injectable()
export class HealthChecker implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(HealthChecker.name);
  private readonly timers: NodeJS.Timeout[] = [];

  constructor(private readonly upstreams: Upstreams) {}

  onApplicationBootstrap(): void {
    for (const upstream of this.upstreams.all()) {
      if (upstream.config.health) for (const target of upstream.targets) this.watch(upstream, target);
    }
  }

  onApplicationShutdown(): void {
    for (const timer of this.timers) clearInterval(timer);
  }

  private watch(upstream: Upstream, target: Target): void {
    const { health } = upstream.config;
    if (!health) return;
    let inARow = 0;
    let isWell = true;
    let isAsking = false;
    const look = async (): Promise<void> => {
      if (isAsking) return;
      isAsking = true;
      const isGood = await answersWell(target, health.path, health.timeout_ms);
      isAsking = false;
      inARow = isGood === isWell ? 0 : inARow + 1;
      if (inARow < (isWell ? health.ill_after : health.well_after)) return;
      inARow = 0;
      isWell = !isWell;
      target.setWell(isWell);
      upstream.lookAround();
      this.log.warn(`Target ${target.number} of ${upstream.name} is ${isWell ? 'well again' : 'ill'}`);
    };
    void look();
    this.timers.push(setInterval(() => void look(), health.every_ms).unref());
  }
}

/** Any answer below 400 within the time. */
async function answersWell(target: Target, path: string, timeoutMs: number): Promise<boolean> {
  try {
    const { statusCode, body } = await target.pool.request({
      method: 'GET',
      path: target.base + path,
      headers: { 'user-agent': 'atrium-health' },
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!isBodiless(statusCode)) await body.dump();
    else body.on('error', () => undefined).resume();
    return statusCode < 400;
  } catch {
    return false;
  }
}
