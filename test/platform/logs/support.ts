import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** An event of a stream of logs. */
export interface LogEvent {
  readonly id: string;
  readonly data: string;
}

/** The instant so many seconds after a fixed one, as a container runtime writes it. */
export function stamp(second: number, nanos = 0): string {
  const at = new Date(Date.parse('2026-11-25T10:00:00Z') + second * 1000).toISOString();
  return `${at.slice(0, 19)}.${String(nanos).padStart(9, '0')}Z`;
}

/** A line as CRI has it. */
export function cri(second: number, text: string, { stream = 'stdout', tag = 'F', nanos = 0 } = {}): string {
  return `${stamp(second, nanos)} ${stream} ${tag} ${text}\n`;
}

/** Writes a file below the folder, with the folders on the way. @returns its path */
export function put(root: string, path: string, content: string | Buffer): string {
  const whole = join(root, path);
  mkdirSync(join(whole, '..'), { recursive: true });
  writeFileSync(whole, content);
  return whole;
}

/** Server-sent events of a log as they come. */
export class LogStream {
  readonly events: LogEvent[] = [];
  raw = '';
  ended = false;
  private readonly abort = new AbortController();

  private constructor(
    readonly status: number,
    readonly contentType: string | null,
  ) {}

  /** @param path below `/api/v1/logs/` */
  static async open(url: string, token: string, path: string, lastEventId?: string): Promise<LogStream> {
    const controller = new AbortController();
    const response = await fetch(`${url}/api/v1/logs/${path}`, {
      headers: { authorization: `Bearer ${token}`, ...(lastEventId !== undefined && { 'last-event-id': lastEventId }) },
      signal: controller.signal,
    });
    const stream = new LogStream(response.status, response.headers.get('content-type'));
    stream.abort.signal.addEventListener('abort', () => controller.abort());
    void stream.read(response);
    return stream;
  }

  get lines(): string[] {
    return this.events.map(({ data }) => data);
  }

  close(): void {
    this.abort.abort();
  }

  private async read(response: Response): Promise<void> {
    const decoder = new TextDecoder();
    let rest = '';
    try {
      for await (const bytes of response.body ?? []) {
        const text = decoder.decode(bytes, { stream: true });
        this.raw += text;
        const blocks = (rest + text).split('\n\n');
        rest = blocks.pop() ?? '';
        for (const block of blocks) {
          const id = /^id: ?(.*)$/m.exec(block)?.[1];
          if (id === undefined) continue;
          const data = block.split('\n').filter((line) => line.startsWith('data:'));
          this.events.push({ id, data: data.map((line) => line.replace(/^data: ?/, '')).join('\n') });
        }
      }
    } catch {
      // Closed by the test.
    }
    this.ended = true;
  }
}
