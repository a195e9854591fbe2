import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FsckService } from '../../../src/modules/content/files/fsck.service';
import { startApp, TestApp } from '../../support/app';
import type { Person } from '../../support/make';
import { until } from '../../support/until';
import { tally, violations } from '../../commerce/orders/support';
import { taskIs } from '../../platform/tasks/support';
import { fetchBytes, onDisk, png, sha256, upload } from './support';

const MIB = 1_048_576;
const DISK_MIB = 50;
const FILE_MIB = 8;

describe(`a disk of ${DISK_MIB} MiB that is full`, () => {
  let t: TestApp;
  let owner: Person;
  let folder: string;
  const at = () => ({ client: owner.client, url: t.url });
  const free = (): number => {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  };

  beforeAll(async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'atrium-test-'));
    folder = join(dataDir, 'files');
    mkdirSync(folder);
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MIB}m`, 'tmpfs', folder]);
    t = await startApp({ DATA_DIR: dataDir });
    owner = await t.make.person();
  });
  afterAll(async () => {
    execFileSync('umount', ['-l', folder]);
    await t.stop();
  });

  it('keeps what fits, refuses the rest with 507, leaves no part of it, and everything else goes on', async () => {
    const answers = [await upload(at(), png(FILE_MIB * MIB))];
    while (answers[answers.length - 1].status === 201) answers.push(await upload(at(), png(FILE_MIB * MIB)));
    const together = await Promise.all([1, 2, 3].map(() => upload(at(), png(FILE_MIB * MIB))));
    expect([tally(answers), tally(together)]).toEqual([{ 201: 6, 507: 1 }, { 507: 3 }]);
    expect(together[0].body).toMatchObject({ code: 'storage_full' });
    await until(() => onDisk(t.env.DATA_DIR).temporary.length === 0);
    expect(free()).toBeLessThan(FILE_MIB * MIB);
    expect(await t.app.get(FsckService).check({ checksums: true }, 0)).toMatchObject({ ok: true });
    expect(await violations(t)).toEqual([]);
    expect((await owner.client.get('/products')).status).toBe(200);
    const { id, checksum } = answers.find(({ status }) => status === 201)?.body as { id: string; checksum: string };
    const { bytes } = await fetchBytes(owner.client, t.url, `/storage/download/${id}`);
    expect(sha256(bytes)).toBe(checksum);
  });

  it('keeps resumable uploads where they are: what was written is not lost', async () => {
    const bytes = png(FILE_MIB * MIB);
    const tus = { 'tus-resumable': '1.0.0' };
    const named = {
      'upload-length': String(bytes.length),
      'upload-metadata': `filename ${Buffer.from('a.png').toString('base64')}`,
    };
    const created = await owner.client.call('POST', '/storage/tus', { headers: { ...tus, ...named } });
    expect([201, 507]).toContain(created.status);
    const place = t.url + (created.headers.get('location') ?? '');
    const send = async (offset: number): Promise<number> => {
      const type = { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' };
      const headers = { ...owner.client.given, ...tus, ...type };
      const response = await fetch(place, { method: 'PATCH', headers, body: bytes.subarray(offset) });
      await response.arrayBuffer(); // else the connection stays busy, and the server waits for it at its end
      return response.status;
    };
    expect(await send(0)).toBe(507);
    const offset = Number(
      (await fetch(place, { method: 'HEAD', headers: { ...owner.client.given, ...tus } })).headers.get('upload-offset'),
    );
    const { body } = await owner.client.get('/storage/files?limit=1');
    expect((await owner.client.delete(`/storage/files/${body.items[0].id}`)).status).toBe(204);
    await until(() => free() >= bytes.length);
    expect(await send(offset)).toBe(204);
    const { checksum } = (await owner.client.get(`/storage/files/${place.split('/').pop()}/metadata`)).body;
    expect(checksum).toBe(sha256(bytes));
  });

  it('lets a report wait, and recovers by itself once there is room', async () => {
    for (let size = FILE_MIB * MIB; size > 2000; size /= 2) {
      while ((await upload(at(), png(size))).status === 201); // to the last pages
    }
    const asked = await owner.client.post('/tasks/report', { report_type: 'complex', parameters: {} });
    expect(asked.status).toBe(202);
    await until(
      async () => (await owner.client.get(`/tasks/${asked.body.task_id}`)).body.error?.code === 'storage_full',
    );
    const { body } = await owner.client.get('/storage/files?limit=100');
    const large = body.items.find(({ size }: { size: number }) => size === FILE_MIB * MIB);
    expect((await owner.client.delete(`/storage/files/${large.id}`)).status).toBe(204);
    await taskIs(owner.client, asked.body.task_id, 'completed', 30_000);
    expect((await upload(at(), png(MIB))).status).toBe(201);
    expect(await t.app.get(FsckService).check({ checksums: true }, 0)).toMatchObject({ ok: true });
    expect(await violations(t)).toEqual([]);
  });
});
