import { upload, png } from '../content/files/support';
import { startApp, TestApp } from '../support/app';
import type { Person } from '../support/make';
import { until } from '../support/until';

/** A proxy takes `/atrium` off before the application sees it, so what the application says must have it again. */
const BASE = '/atrium';

describe('an installation below a path of its host', () => {
  let t: TestApp;
  let ada: Person;

  beforeAll(async () => {
    t = await startApp({ PUBLIC_URL: `https://school.example${BASE}/` });
    ada = await t.make.person();
  });
  afterAll(() => t.stop());

  /** As a client behind that proxy does with an address it was given. */
  const follow = (address: string) => {
    expect(address).toMatch(new RegExp(`^${BASE}/api/v1/`));
    return ada.client.get(`/${address.slice(BASE.length)}`);
  };

  it('says where a task is', async () => {
    const started = await ada.client.post('/tasks/process-data?operation=sum', [{ value: 1 }]);
    expect(started.status).toBe(202);
    expect((await follow(started.headers.get('location') ?? '')).body.task_id).toBe(started.body.task_id);
  });

  it('says where the file of a report is', async () => {
    const { body } = await ada.client.post('/tasks/report', { report_type: 'simple' });
    const task = async () => (await ada.client.get(`/tasks/${body.task_id}`)).body;
    await until(async () => (await task()).status === 'completed');
    expect((await follow((await task()).result.download_url)).status).toBe(200);
  });

  it('says where an upload goes on', async () => {
    const headers = { 'tus-resumable': '1.0.0', 'upload-length': '9', 'upload-metadata': 'filename YS5wbmc=' };
    const { status, headers: answered } = await ada.client.call('POST', '/storage/tus', { headers });
    expect(status).toBe(201);
    expect(answered.get('location')).toMatch(new RegExp(`^${BASE}/api/v1/storage/tus/`));
  });

  it('makes links of files that lead there', async () => {
    const file = await upload({ client: ada.client, url: t.url }, png(), 'a.png');
    const { body } = await ada.client.post(`/storage/files/${file.body.id}/share`, { expires_in: 60 });
    expect(body.url).toMatch(new RegExp(`^https://school\\.example${BASE}/api/v1/storage/shared/`));
  });
});
