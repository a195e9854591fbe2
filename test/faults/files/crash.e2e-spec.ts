import { FsckService } from '../../../src/modules/content/files/fsck.service';
import { startApp, TestApp } from '../../support/app';
import { freePort, Instance } from '../../support/instance';
import type { Person } from '../../support/make';
import { until } from '../../support/until';
import { violations } from '../../commerce/orders/support';
import { onDisk, png, upload } from '../../content/files/support';
import { sweepFiles } from '../../support/sweep-files';

const SIZE = 1_000_000;

describe('an instance that is killed while files come in', () => {
  let t: TestApp;
  let owner: Person;
  let instance: Instance | null = null;

  beforeAll(async () => {
    t = await startApp();
    owner = await t.make.person();
  });
  afterEach(async () => {
    await instance?.stop('SIGKILL');
    instance = null;
  });
  afterAll(() => t.stop());

  it('leaves after a sweep neither rows without bytes nor bytes without rows', async () => {
    for (let round = 0; round < 3; round++) {
      instance = Instance.start(await freePort(), t.env);
      await instance.ready();
      const place = { client: owner.client, url: `http://127.0.0.1:${instance.port}` };
      const before = onDisk(t.env.DATA_DIR).stored.length;
      const uploads = Promise.allSettled(Array.from({ length: 50 }, () => upload(place, png(SIZE))));
      await until(() => onDisk(t.env.DATA_DIR).stored.length > before + round, 60_000);
      await instance.stop('SIGKILL');
      const answered = (await uploads).flatMap((one) =>
        one.status === 'fulfilled' && one.value.status === 201 ? [one.value.body.id as string] : [],
      );
      await sweepFiles(t, 0);
      expect(await t.app.get(FsckService).check({ checksums: true }, 0)).toMatchObject({ ok: true });
      expect(onDisk(t.env.DATA_DIR)).toMatchObject({ temporary: [], stored: expect.arrayContaining(answered) });
      expect(await violations(t)).toEqual([]);
      await t.db.query(`UPDATE file_usage SET used_bytes = 0`);
      await t.db.query(`DELETE FROM files`);
      await sweepFiles(t, 0);
    }
  }, 120_000);

  it('is drained of an upload that is on its way: it ends well', async () => {
    instance = Instance.start(await freePort(), t.env);
    await instance.ready();
    const bytes = png(500_000);
    async function* slow(): AsyncGenerator<Buffer> {
      yield Buffer.from('--x\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\n');
      yield bytes.subarray(0, 250_000);
      await until(() => onDisk(t.env.DATA_DIR).temporary.length > 0);
      instance?.child.kill('SIGTERM');
      await until(async () => (await instance?.client.get('//health/ready').catch(() => null))?.status !== 200);
      yield bytes.subarray(250_000);
      yield Buffer.from('\r\n--x--\r\n');
    }
    const response = await fetch(`http://127.0.0.1:${instance.port}/api/v1/storage/upload`, {
      method: 'POST',
      headers: { ...owner.client.given, 'content-type': 'multipart/form-data; boundary=x' },
      body: slow(),
      duplex: 'half',
    } as unknown as RequestInit);
    expect(response.status).toBe(201);
    expect(await instance.exited).toBe(0);
    expect(await t.app.get(FsckService).check({ checksums: true }, 0)).toMatchObject({ ok: true });
  });
});
