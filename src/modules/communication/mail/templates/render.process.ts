import { Worker } from 'node:worker_threads';
import { RENDER_LIMITS, RenderJob, RenderReply, renderTemplate } from './render';
import { RUNNING, THREAD, Watch } from './render.watch';

/** A process of its own: what a template does to it, up to its death, reaches nobody else. */
const running = new Int32Array(new SharedArrayBuffer(4));
const send = (message: RenderReply | 'ready'): void => void process.send?.(message);

// So that the first template does not pay for what is loaded and compiled once.
renderTemplate({
  source: { subject: '{{ a }}', html: '<p>{{ a }}</p>', text: null },
  data: { a: 1 },
  isLenient: false,
});
const watch: Watch = { running, parentId: process.ppid, ...RENDER_LIMITS };
new Worker(THREAD, { workerData: watch }).once('online', () => send('ready'));

process.on('disconnect', () => process.exit());
process.on('message', (job: RenderJob) => {
  Atomics.store(running, 0, RUNNING);
  Atomics.notify(running, 0);
  const reply = renderTemplate(job);
  Atomics.store(running, 0, 0);
  Atomics.notify(running, 0);
  send(reply);
});
