// Loaded before the application: the result of numbers and reports also says how often /health/live was answered while they
// were worked out. With ON_THE_LOOP numbers are added up on the event loop, as they must not be.
require('reflect-metadata');
const { subscribe } = require('node:diagnostics_channel');
const { aggregate } = require('../../../dist/src/modules/platform/tasks/kinds/aggregate.js');
const { ProcessDataKind } = require('../../../dist/src/modules/platform/tasks/kinds/process-data.kind.js');
const { ReportKind } = require('../../../dist/src/modules/platform/reports/report.kind.js');

let answers = 0;
subscribe('http.server.response.finish', ({ request }) => {
  if (request.url === '/health/live') answers += 1;
});

if (process.env.ON_THE_LOOP) {
  ProcessDataKind.prototype.run = async ({ input: { operation, values } }) => ({
    operation,
    result: aggregate(values, operation),
    items_processed: values.length,
  });
}
for (const { prototype } of [ProcessDataKind, ReportKind]) {
  const { run } = prototype;
  prototype.run = async function (task, tools) {
    const before = answers;
    const result = await run.call(this, task, tools);
    return { ...result, answers: answers - before };
  };
}
