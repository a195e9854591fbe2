import { Worker } from 'node:worker_threads';
import { evaluateFeel, FeelInvalid } from './feel';
import { FEEL_LIMITS, FeelLimitExceeded } from './feel-limits';
import type { FeelJob, FeelReply } from './feel-processes';
import { RUNNING, THREAD, Watch } from './feel.watch';

/** A process of its own: what an expression does to it, up to its death, reaches nobody else. */
const running = new Int32Array(new SharedArrayBuffer(4));
const send = (message: FeelReply | 'ready'): void => void process.send?.(message);

evaluateFeel('1 + 1', {}, { nowMs: 0 }); // so that the first expression does not pay for what is loaded and compiled once
const { timeMs, memoryBytes } = FEEL_LIMITS;
const watch: Watch = { running, parentId: process.ppid, timeMs, memoryBytes };
new Worker(THREAD, { workerData: watch }).once('online', () => send('ready'));

process.on('disconnect', () => process.exit());
process.on('message', (job: FeelJob) => send(replyTo(job)));

function replyTo({ source, context, moment }: FeelJob): FeelReply {
  Atomics.store(running, 0, RUNNING);
  Atomics.notify(running, 0);
  try {
    return { outcome: evaluateFeel(source, context, moment) };
  } catch (error) {
    if (error instanceof FeelLimitExceeded) return { limit: error.limit };
    if (error instanceof FeelInvalid) return { invalid: { reason: error.message, position: error.position } };
    throw error;
  } finally {
    Atomics.store(running, 0, 0);
    Atomics.notify(running, 0);
  }
}
