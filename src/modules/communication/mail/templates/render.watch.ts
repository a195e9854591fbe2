import { join } from 'node:path';
import { isMainThread, workerData } from 'node:worker_threads';

/** What the watching thread is given. */
export interface Watch {
  /** `RUNNING` while a template is rendered. */
  readonly running: Int32Array;
  /** The process that has started this one. */
  readonly parentId: number;
  readonly timeMs: number;
  readonly memoryBytes: number;
}

export const RUNNING = 1;
export const THREAD = join(__dirname, 'render.watch.js');
/** How the process ends: by what it used too much of. */
export const SIGNALS = { time: 'SIGKILL', memory: 'SIGUSR2' } as const;

const STEP_MS = 10;
const IDLE_MS = 1000;
/** However busy the machine is. */
const WALL_FACTOR = 10;

/** The thread beside the rendering, which itself cannot be interrupted. */
function watch({ running, parentId, timeMs, memoryBytes }: Watch): never {
  for (;;) {
    Atomics.wait(running, 0, 0, IDLE_MS);
    if (process.ppid !== parentId) end('time');
    const [beganMs, beganCpu, beganBytes] = [performance.now(), process.cpuUsage(), process.memoryUsage.rss()];
    while (Atomics.wait(running, 0, RUNNING, STEP_MS) === 'timed-out') {
      const { user, system } = process.cpuUsage(beganCpu);
      const spentMs = Math.max((user + system) / 1000, (performance.now() - beganMs) / WALL_FACTOR);
      if (spentMs >= timeMs) end('time');
      if (process.memoryUsage.rss() - beganBytes > memoryBytes) end('memory');
    }
  }
}

function end(used: keyof typeof SIGNALS): void {
  process.kill(process.pid, SIGNALS[used]);
}

if (!isMainThread) watch(workerData as Watch);
