import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LoggerService } from '@nestjs/common';
import pino, { Logger, multistream, StreamEntry } from 'pino';
import build from 'pino-roll';
import type { Config } from '../config';
import { mask } from './mask';

type Flushable = NodeJS.WritableStream & { flush?: () => void; flushSync?: () => void; end: () => void };

const FILE_SIZE = '10m';
const FILES_KEPT = 5;
const GATHERED_LENGTH = 32_000;
const FLUSH_MS = 250;

let sink: Logger = pino({ level: 'silent' });
let streams: LineBuffer[] = [];

/** Gathers lines, so that the stream behind, which looks at all it holds with each write, gets few and long ones. */
class LineBuffer {
  private lines = '';

  constructor(private readonly stream: Flushable) {}

  write(line: string): void {
    this.lines += line;
    if (this.lines.length >= GATHERED_LENGTH) this.hand();
  }

  /** Begins to write what there is; unlike `flushSync` it keeps no request waiting for the disk. */
  flush(): void {
    this.hand();
    this.stream.flush?.();
  }

  flushSync(): void {
    this.hand();
    this.stream.flushSync?.();
  }

  private hand(): void {
    if (this.lines !== '') this.stream.write(this.lines);
    this.lines = '';
  }
}

/** The structured log: JSON lines, secrets masked. Silent until `openLog`. */
export const logger = {
  info: (facts: object, message: string): void => sink.info(facts, message),
  warn: (facts: object, message: string): void => sink.warn(facts, message),
  error: (facts: object, message: string): void => sink.error(facts, message),
};

/** Opens files and standard output as configured. @throws when the folder cannot be written */
export async function openLog(config: Pick<Config, 'logLevel' | 'logDir' | 'logStdout' | 'port'>): Promise<void> {
  const entries: StreamEntry[] = [];
  if (config.logDir !== 'off') {
    mkdirSync(config.logDir, { recursive: true });
    const file = (await build({
      file: join(config.logDir, `atrium-${config.port}`),
      extension: '.log',
      size: FILE_SIZE,
      limit: { count: FILES_KEPT - 1 },
      sync: false,
    })) as unknown as Flushable;
    // A full disk must not end the process; the next rotation or write tries again.
    file.on('error', () => undefined);
    const gathered = new LineBuffer(file);
    streams.push(gathered);
    entries.push({ level: 'debug', stream: gathered });
  }
  if (config.logStdout) entries.push({ level: 'debug', stream: process.stdout });
  sink = pino(
    {
      level: entries.length > 0 ? config.logLevel : 'silent',
      base: undefined,
      timestamp: () => `,"time":"${isoNow()}"`,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: describe },
    },
    entries.length === 1 ? entries[0].stream : multistream(entries),
  );
  setInterval(writeLog, FLUSH_MS).unref();
}

let second = 0;
let secondText = '';

/** The time as ISO text; the part down to the second is made once a second. */
function isoNow(): string {
  const nowMs = Date.now();
  const nowSecond = Math.floor(nowMs / 1000);
  if (nowSecond !== second) {
    second = nowSecond;
    secondText = new Date(nowSecond * 1000).toISOString().slice(0, 20);
  }
  return `${secondText}${String(nowMs % 1000).padStart(3, '0')}Z`;
}

/** Begins to write what is buffered. */
function writeLog(): void {
  for (const stream of streams) {
    try {
      stream.flush();
    } catch {
      // As below.
    }
  }
}

/** Writes out what is buffered, and waits until the disk has it. */
export function flushLog(): void {
  for (const stream of streams) {
    try {
      stream.flushSync();
    } catch {
      // Not open yet, or the disk is full: kept for the next time.
    }
  }
}

export function closeLog(): void {
  flushLog();
  streams = [];
}

/** An allow-list of what is logged of an error: its kind, message, code and stack, masked. */
function describe(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error, message: mask(String(error)) };
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  return {
    type: error.name,
    message: mask(error.message),
    ...(typeof code === 'string' && { code }),
    ...(cause instanceof Error && { cause: mask(cause.message) }),
    stack: mask(error.stack ?? ''),
  };
}

/** Nest's own messages in the same log. */
export class NestLog implements LoggerService {
  log(message: unknown, ...rest: unknown[]): void {
    sink.info({ context: rest.at(-1) }, mask(String(message)));
  }

  warn(message: unknown, ...rest: unknown[]): void {
    sink.warn({ context: rest.at(-1) }, mask(String(message)));
  }

  error(message: unknown, ...rest: unknown[]): void {
    const error = rest.find((one) => one instanceof Error);
    sink.error({ context: rest.at(-1), err: error ?? rest[0] }, mask(String(message)));
  }

  debug(message: unknown, ...rest: unknown[]): void {
    sink.debug({ context: rest.at(-1) }, mask(String(message)));
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.debug(message, ...rest);
  }
}
