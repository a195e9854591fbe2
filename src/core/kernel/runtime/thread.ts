import { existsSync } from 'node:fs';
import { sep } from 'node:path';
import { parentPort, Worker } from 'node:worker_threads';

interface ThreadOptions {
  /** Ends the thread at once. */
  readonly signal: AbortSignal;
  readonly onProgress?: (percent: number) => void;
}

type Message<T> = { readonly progress: number } | { readonly result: T };

/** A thread that takes more dies, and not the process with it. */
const MAX_HEAP_MB = 512;

/**
 * Work for the processor, off the event loop: one file that calls `reply`.
 * @param file compiled, beside its caller @param data what the thread finds as `workerData`
 * @throws what the thread throws, or the reason of the signal
 */
export function inThread<T>(file: string, data: unknown, { signal, onProgress }: ThreadOptions): Promise<T> {
  signal.throwIfAborted();
  const worker = startThread(file, data);
  return new Promise<T>((resolve, reject) => {
    const abort = (): void => reject(signal.reason as Error);
    signal.addEventListener('abort', abort, { once: true });
    worker.on('message', (message: Message<T>) => {
      if ('progress' in message) onProgress?.(message.progress);
      else resolve(message.result);
    });
    worker.on('error', reject);
    worker.on('exit', () => reject(new Error('The thread has ended without an answer')));
  }).finally(() => void worker.terminate());
}

/**
 * One stream from another, made in a thread: a file that calls `transform`. What the source gives goes in, one at a time;
 * what comes of it must have been taken before the next goes in.
 * @param source of what can be cloned @throws as `inThread`, and what the source throws
 */
export async function* throughThread(
  file: string,
  data: unknown,
  source: AsyncIterable<unknown> | Iterable<unknown>,
  signal: AbortSignal,
): AsyncGenerator<Buffer> {
  signal.throwIfAborted();
  const worker = startThread(file, data);
  let settle: { resolve: (bytes: Uint8Array) => void; reject: (error: Error) => void } | null = null;
  let failure: Error | null = null;
  const fail = (error: Error): void => {
    failure ??= error;
    settle?.reject(failure);
  };
  const ask = (message: object): Promise<Uint8Array> =>
    new Promise((resolve, reject) => {
      settle = { resolve, reject };
      if (failure) reject(failure);
      else worker.postMessage(message);
    });
  const abort = (): void => fail(signal.reason as Error);
  signal.addEventListener('abort', abort, { once: true });
  worker.on('message', (bytes: Uint8Array) => settle?.resolve(bytes));
  worker.on('error', fail).on('exit', () => fail(new Error('The thread has ended without an answer')));
  try {
    for await (const item of source) {
      const bytes = await ask({ item });
      if (bytes.length > 0) yield Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    }
    yield Buffer.from(await ask({}));
  } finally {
    signal.removeEventListener('abort', abort);
    await worker.terminate();
  }
}

/** The thread's side of `throughThread`: what each item becomes, and what follows the last. */
export function transform<Item>(
  take: (item: Item) => Uint8Array | Promise<Uint8Array>,
  end: () => Uint8Array | Promise<Uint8Array>,
): void {
  const answer = async ({ item }: { item?: Item }): Promise<void> => {
    parentPort?.postMessage(await (item === undefined ? end() : take(item)));
  };
  parentPort?.on('message', (message: { item?: Item }) => void answer(message)); // what throws ends the thread, and so the stream
}

/** The thread's side. @param work gets a function that reports its progress, percent */
export async function reply<T>(work: (progress: (percent: number) => void) => T | Promise<T>): Promise<void> {
  const result = await work((percent) => parentPort?.postMessage({ progress: percent }));
  parentPort?.postMessage({ result });
}

function startThread(file: string, data: unknown): Worker {
  return new Worker(compiledFile(file), { workerData: data, resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB } });
}

/** Where the sources are run as they are, a thread or process still needs the built file. */
export function compiledFile(file: string): string {
  return existsSync(file) ? file : file.replace(`${sep}src${sep}`, `${sep}dist${sep}src${sep}`);
}
