// Loaded before the application: letters of the subject "poison" end the process that runs them, by force or by an error that
// nobody catches. Those of the subject "beside" take longer than that, so that they are lost when they run beside it.
require('reflect-metadata');
const { setTimeout: sleep } = require('node:timers/promises');
const { EmailKind } = require('../../../dist/src/modules/platform/tasks/kinds/email.kind.js');

const SUFFER_MS = 1000;
/** Longer than the other: what runs beside it to the last does not end before. */
const HOLD_MS = 2000;

const { run } = EmailKind.prototype;
EmailKind.prototype.run = async function (task, tools) {
  const { attempt, input } = task;
  if (input.subject === 'poison') {
    await sleep(SUFFER_MS);
    if (attempt % 2 === 1) process.kill(process.pid, 'SIGKILL');
    setImmediate(() => {
      throw new Error('poison');
    });
    await sleep(HOLD_MS);
  }
  if (input.subject === 'beside') await sleep(HOLD_MS);
  return run.call(this, task, tools);
};
