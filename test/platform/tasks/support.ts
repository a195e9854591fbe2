import type { TaskKind, TaskTools } from '../../../src/modules/platform/tasks';
import { TasksService } from '../../../src/modules/platform/tasks';
import type { TestApp } from '../../support/app';
import type { Client } from '../../support/client';
import { within } from '../../support/within';

/** A task as REST shows it. */
export interface SeenTask {
  task_id: string;
  type: string;
  status: string;
  progress: number;
  attempts: number;
  result: any;
  error: { code: string; detail: string } | null;
  created_at: string;
  started_at: string | null;
  finished_at: string | null;
}

export const letter = (n: number | string = 1) => ({
  email: `reader${n}@example.com`,
  subject: `Letter ${n}`,
  body: `Dear reader ${n}`,
});

export async function seen(client: Client, id: string): Promise<SeenTask> {
  return (await client.get<SeenTask>(`/tasks/${id}`)).body;
}

/** Waits until the task is so. @returns it */
export function taskIs(client: Client, id: string, status: string, limitMs = 10_000): Promise<SeenTask> {
  return within(
    limitMs,
    () => seen(client, id),
    (task) => task.status === status,
  );
}

/** Asks for a task of a kind that only the test has. @returns its id */
export async function startOf(t: TestApp, userId: string, type: string, input: unknown = {}): Promise<string> {
  return (await t.app.get(TasksService).start({ userId }, type, input)).taskId;
}

/** A kind whose runs wait until the test lets them go. */
export class Gate implements TaskKind<unknown, object> {
  readonly begun: string[] = [];
  readonly aborted: string[] = [];
  readonly effects: string[] = [];
  private readonly waiting = new Map<string, () => void>();
  private isOpen = false;

  /** @param stubborn goes on although its signal is aborted, as a worker that stalls */
  constructor(
    readonly type: string,
    private readonly stubborn = false,
  ) {}

  async run({ id }: { id: string }, { signal, progress }: TaskTools): Promise<object> {
    this.begun.push(id);
    progress(10);
    await new Promise<void>((resolve) => {
      if (this.isOpen) resolve();
      this.waiting.set(id, resolve);
      signal.addEventListener('abort', () => {
        this.aborted.push(id);
        if (!this.stubborn) resolve();
      });
    });
    if (!this.stubborn) signal.throwIfAborted();
    return { done: true };
  }

  effect({ id }: { id: string }): Promise<unknown> {
    this.effects.push(id);
    return Promise.resolve();
  }

  open(id?: string): void {
    if (id !== undefined) return this.waiting.get(id)?.();
    this.isOpen = true;
    for (const go of this.waiting.values()) go();
  }
}

/** Server-sent events as they come. */
export class EventReader {
  readonly events: { id: string; data: any }[] = [];
  text = '';
  ended = false;
  private readonly abort = new AbortController();

  private constructor(readonly status: number) {}

  static async open(url: string, token: string, id: string, lastEventId?: string): Promise<EventReader> {
    const controller = new AbortController();
    const response = await fetch(`${url}/api/v1/tasks/${id}/events`, {
      headers: { authorization: `Bearer ${token}`, ...(lastEventId && { 'last-event-id': lastEventId }) },
      signal: controller.signal,
    });
    const reader = new EventReader(response.status);
    reader.abort.signal.addEventListener('abort', () => controller.abort());
    void reader.read(response);
    return reader;
  }

  close(): void {
    this.abort.abort();
  }

  private async read(response: Response): Promise<void> {
    const decoder = new TextDecoder();
    let rest = '';
    try {
      for await (const bytes of response.body ?? []) {
        rest += decoder.decode(bytes, { stream: true });
        this.text += rest;
        const blocks = rest.split('\n\n');
        rest = blocks.pop() ?? '';
        for (const block of blocks) {
          const id = /^id: (.*)$/m.exec(block)?.[1];
          if (id !== undefined) this.events.push({ id, data: JSON.parse(/^data: (.*)$/m.exec(block)?.[1] ?? '') });
        }
      }
    } catch {
      // Closed by the test.
    }
    this.ended = true;
  }
}
