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
 * @param file compiled, beside who asks for it @param data what the thread finds as `workerData`
 * @throws what the thread throws, or the reason of the signal
 */
export function inThread<T>(file: string, data: unknown, { signal, onProgress }: ThreadOptions): Promise<T> {
  signal.throwIfAborted();
  const worker = new Worker(compiled(file), {
    workerData: data,
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
  });
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

/** The thread's side. @param work is told how to tell its progress, percent */
export async function reply<T>(work: (progress: (percent: number) => void) => T | Promise<T>): Promise<void> {
  const result = await work((percent) => parentPort?.postMessage({ progress: percent }));
  parentPort?.postMessage({ result });
}

/** Where the sources are run as they are, a thread still needs the built file. */
function compiled(file: string): string {
  return existsSync(file) ? file : file.replace(`${sep}src${sep}`, `${sep}dist${sep}src${sep}`);
}
