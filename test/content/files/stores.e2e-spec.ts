import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { newId } from '../../../src/core/kernel/runtime';
import { FsckService } from '../../../src/modules/content/files/fsck.service';
import { FileStore, StoredObject } from '../../../src/modules/content/files/stores/file-store';
import { Staging } from '../../../src/modules/content/files/staging';
import { startApp, TestApp } from '../../support/app';
import type { Person } from '../../support/make';
import { startS3, TestS3 } from '../../support/s3';
import { until } from '../../support/until';
import { violations } from '../../commerce/orders/support';
import { fetchBytes, png, sha256, upload } from './support';
import { sweepFiles } from '../../support/sweep-files';

/** The one suite for both stores; S3 is `s3rver`, which speaks its protocol over HTTP and keeps the bytes in a folder. */
describe.each(['directory', 's3'])('the store: %s', (kind) => {
  let s3: TestS3 | null = null;
  let folder: string;
  let t: TestApp;
  let store: FileStore;
  let owner: Person;
  let admin: Person;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'atrium-test-'));
    s3 = kind === 's3' ? await startS3() : null;
    t = await startApp({ ...s3?.env });
    store = t.app.get(FileStore);
    [owner, admin] = [await t.make.person(), await t.make.admin()];
  });
  afterAll(async () => {
    await t.stop();
    await s3?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const put = async (id: string, bytes: Buffer): Promise<void> => {
    const path = t.app.get(Staging).pathOf(newId());
    const part = await t.app.get(Staging).openPart(path.split('/').pop() ?? '', true);
    await part?.close();
    writeFileSync(path, bytes);
    await store.put(id, path, 'image/png');
    await t.app.get(Staging).discard(path);
  };
  const listed = async (): Promise<StoredObject[]> => {
    const found: StoredObject[] = [];
    for await (const object of store.list()) found.push(object);
    return found;
  };

  it('gives back what it was given, whole and in ranges, and lists it', async () => {
    for (const size of [100, 9_000_000]) {
      const [id, bytes] = [newId(), png(size)];
      await put(id, bytes);
      expect(await store.sizeOf(id)).toBe(size);
      expect(sha256(await buffer(await store.open(id, null)))).toBe(sha256(bytes));
      expect((await buffer(await store.open(id, { from: 10, to: 19 }))).equals(bytes.subarray(10, 20))).toBe(true);
      expect((await listed()).find((object) => object.id === id)).toMatchObject({ sizeBytes: size });
      await store.remove(id);
      await store.remove(id);
      expect(await store.sizeOf(id)).toBeNull();
      await expect(store.open(id, null)).rejects.toThrow();
    }
    await store.check();
  });

  it('replaces what it has under the same id', async () => {
    const id = newId();
    await put(id, png(200));
    const bytes = png(300);
    await put(id, bytes);
    expect(sha256(await buffer(await store.open(id, null)))).toBe(sha256(bytes));
    await store.remove(id);
  });

  it('carries uploads, downloads and removals', async () => {
    const bytes = png(9_000_000);
    const { status, body } = await upload({ client: owner.client, url: t.url }, bytes);
    expect(status).toBe(201);
    const path = `/storage/download/${body.id}`;
    expect(sha256((await fetchBytes(owner.client, t.url, path)).bytes)).toBe(sha256(bytes));
    const parts = await fetchBytes(owner.client, t.url, path, { range: 'bytes=0-9,100-109' });
    expect(parts.bytes.includes(bytes.subarray(100, 110))).toBe(true);
    await owner.client.delete(`/storage/files/${body.id}`);
    await until(async () => (await store.sizeOf(body.id as string)) === null);
    expect(await violations(t)).toEqual([]);
  });

  it('and rows are compared in both directions, and swept', async () => {
    const place = { client: owner.client, url: t.url };
    const [lost, short, good] = [await upload(place, png()), await upload(place, png()), await upload(place, png())];
    const orphan = newId();
    await put(orphan, png());
    await store.remove(lost.body.id as string);
    await put(short.body.id as string, png(500));
    expect(await owner.client.get('/admin/files/fsck')).toMatchObject({ status: 403 });
    const report = await t.app.get(FsckService).check({ checksums: true }, 0);
    expect(report).toMatchObject({ ok: false, found: 3, files: 3 });
    expect(report.findings.map(({ id, kind: what }) => [id, what])).toEqual([
      [lost.body.id, 'missing_bytes'],
      [short.body.id, 'wrong_size'],
      [orphan, 'orphan_bytes'],
    ]);
    // What is young may be about to get its row.
    expect(await admin.client.get('/admin/files/fsck')).toMatchObject({ body: { found: 2, objects: 3 } });
    expect((await fetchBytes(owner.client, t.url, `/storage/download/${lost.body.id}`)).status).toBe(500);
    expect(await sweepFiles(t)).toMatchObject({ orphans: 0 });
    expect(await sweepFiles(t, 0)).toMatchObject({ orphans: 1, pending: 0 });
    expect(await store.sizeOf(orphan)).toBeNull();
    expect(await store.sizeOf(good.body.id as string)).not.toBeNull();
    for (const { body } of [lost, short, good]) await owner.client.delete(`/storage/files/${body.id}`);
  });

  it('that fails leaves neither row nor bytes nor anything counted', async () => {
    const failing = jest.spyOn(store, 'put').mockRejectedValue(Object.assign(new Error('away'), { $metadata: {} }));
    const answer = await upload({ client: owner.client, url: t.url }, png()).finally(() => failing.mockRestore());
    expect(answer).toMatchObject({ status: 503, body: { code: 'unavailable' } });
    expect(await t.db.query('SELECT id FROM files WHERE owner_id = $1', [owner.user.id])).toEqual([]);
    expect(await violations(t)).toEqual([]);
    expect(await sweepFiles(t, 0)).toMatchObject({ pending: 0, temporary: 0 });
  });

  it('that is away makes the health tell so', async () => {
    const away = jest.spyOn(store, 'check').mockRejectedValue(new Error('away'));
    await until(async () => (await t.client.get('//health')).body.services.storage.status === 'unhealthy');
    expect((await t.client.get('//health/ready')).status).toBe(200);
    away.mockRestore();
  });
});
