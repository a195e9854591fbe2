/**
 * What Atrium's tasks are compared with: a Fastify route that adds a job to Bull, and a handler that does nothing, in one
 * process. Nothing is written anywhere but in Redis; how many jobs are done, `/done` says.
 */
import { randomUUID } from 'node:crypto';
import Bull from 'bull';
import Fastify from 'fastify';

const env = process.env;
const queue = new Bull('noop', env.REDIS_URL, { prefix: `${env.REDIS_PREFIX}:bare-bull` });
const server = Fastify();
let done = 0;

void queue.process(Number(env.CONCURRENCY), async () => {
  done += 1;
});
server.get('/health/live', () => ({ status: 'live' }));
server.get('/done', () => ({ done }));
server.post('/tasks', async (request, reply) => {
  const jobId = randomUUID();
  await queue.add(request.body, { jobId, removeOnComplete: true, removeOnFail: true });
  reply.code(202);
  return { task_id: jobId, status: 'pending', created_at: new Date() };
});

process.once('SIGTERM', () => process.exit(0));
await server.listen({ port: Number(env.PORT), host: '127.0.0.1' });
