import { setTimeout as sleep } from 'node:timers/promises';
import type { INestApplication } from '@nestjs/common';
import type { Config } from '../config';
import { HealthChecks } from '../health';
import { closeLog, logger } from '../logging';

/** After so long the process ends whatever is still open, ms. */
const DEADLINE_MS = 24_000;

/** Serves until SIGTERM or SIGINT, then drains: not ready, finish what runs, close, exit 0 within 25 s. */
export function runUntilSignal(app: INestApplication, config: Pick<Config, 'drainMs'>): void {
  let ending = false;
  const end = async (signal: string): Promise<void> => {
    if (ending) return;
    ending = true;
    logger.info({ signal }, 'Draining');
    setTimeout(() => {
      logger.error({ open: process.getActiveResourcesInfo() }, 'Not closed in time');
      exit(1);
    }, DEADLINE_MS).unref();
    app.get(HealthChecks).drain();
    await sleep(config.drainMs);
    await app.close();
    logger.info({}, 'Closed');
    exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT']) {
    process.on(signal, () => void end(signal).catch((error: unknown) => fail(error, 'Closing failed')));
  }
  process.on('uncaughtException', (error) => fail(error, 'Uncaught exception'));
  process.on('unhandledRejection', (error) => {
    // While everything is being closed, work that waits for a connection is rejected.
    if (ending) logger.warn({ err: error }, 'Unhandled rejection while closing');
    else fail(error, 'Unhandled rejection');
  });
}

function fail(error: unknown, message: string): void {
  logger.error({ err: error }, message);
  process.stderr.write(`${message}: see the log\n`);
  exit(1);
}

function exit(code: number): void {
  closeLog();
  process.exit(code);
}
