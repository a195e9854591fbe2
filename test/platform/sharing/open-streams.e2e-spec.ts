import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { png, upload } from '../../content/files/support';
import { startApp, TestApp } from '../../support/app';
import type { Person } from '../../support/make';
import { Pace } from '../../support/pace';
import { makeFolder, share, tokenOf } from './support';

/** More than what buffers on the way hold. */
const SIZE = 64 * 1024 * 1024;

describe('a download that is open when its right ends', () => {
  let t: TestApp;
  let second: TestApp;
  let [owner, friend]: Person[] = [];
  let folder: string;
  let file: string;

  beforeAll(async () => {
    t = await startApp({ MAX_FILE_SIZE: String(SIZE), FILE_QUOTA: String(4 * SIZE) });
    second = await startApp(t.env);
    [owner, friend] = [await t.make.person(), await t.make.person()];
    folder = await makeFolder(owner, 'Films');
    const { status, body } = await upload({ client: owner.client, url: t.url }, png(SIZE), 'a.png', {
      folder_id: folder,
    });
    expect(status).toBe(201);
    file = body.id as string;
  }, 60_000);
  afterAll(async () => {
    await second.stop();
    await t.stop();
  });

  /** A download that nobody reads on. */
  const begin = (headers: Record<string, string>): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      const call = request(`${second.url}/api/v1/storage/download/${file}`, { headers }, (answer) => {
        answer.once('readable', () => resolve(answer));
      });
      call.once('error', reject).end();
    });
  /** How many bytes come when it is read on, a moment after the promised second. */
  async function restOf(answer: IncomingMessage): Promise<number> {
    const pace = new Pace();
    while (pace.spentMs < 1500) await pace.pause(50);
    let bytes = 0;
    answer.on('data', (chunk: Buffer) => (bytes += chunk.length));
    await new Promise((resolve) => answer.once('close', resolve).once('error', () => undefined));
    return bytes;
  }
  const as = ({ accessToken }: Person) => ({ authorization: `Bearer ${accessToken}` });

  it.each([
    ['a share that is taken back', (id: string) => owner.client.delete(`/shares/${id}`)],
    [
      'a share that has ended',
      (id: string) => t.db.execute(`UPDATE shares SET expires_at = now() WHERE id = $1`, [id]),
    ],
    ['the end of the session', () => friend.client.post('/auth/logout')],
  ])('is cut off within a second by %s, on another instance', async (_, lose) => {
    friend = await t.make.login(friend.user);
    const { body } = await share(owner, ['folder', folder], friend, 'view');
    await t.db.execute('UPDATE shares SET expires_at = NULL WHERE id = $1', [body.id]);
    const answer = await begin(as(friend));
    expect(answer.statusCode).toBe(200);
    await lose(body.id as string);
    expect(await restOf(answer)).toBeLessThan(SIZE);
    expect(answer.complete).toBe(false);
  });

  it('is cut off for the visitor of a link, and goes on for the owner', async () => {
    const { body } = await share(owner, ['folder', folder], { type: 'link' }, 'view');
    const opened = await t.client.post(`/links/${tokenOf(body.url as string)}/open`, {});
    const [visitor, own] = [await begin({ 'link-token': opened.body.link_token as string }), await begin(as(owner))];
    await owner.client.delete(`/shares/${body.id}`);
    expect(await restOf(visitor)).toBeLessThan(SIZE);
    expect(await restOf(own)).toBe(SIZE);
  });

  it('goes on when the file is removed, since nobody has lost a right to it', async () => {
    const own = await begin(as(owner));
    expect((await owner.client.delete(`/storage/files/${file}`)).status).toBe(204);
    expect(await restOf(own)).toBe(SIZE);
  });
});
