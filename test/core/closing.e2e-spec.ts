import { setImmediate as turn } from 'node:timers/promises';
import { startApp } from '../support/app';
import { Proxy } from '../support/proxy';
import { servers } from '../support/servers';

describe('an application that is closed before Redis has answered', () => {
  // A rejection that nobody handles fails the test, as it would end the process.
  it('leaves nothing rejected that nobody handles', async () => {
    const redis = new Proxy(new URL(servers().redis), 6379);
    await redis.open();
    redis.freeze();
    try {
      const t = await startApp({ REDIS_URL: redis.url });
      await t.stop();
    } finally {
      await redis.close();
    }
    for (let turns = 0; turns < 10; turns++) await turn();
  });
});
