import { fetchBytes, png, upload } from '../../content/files/support';
import { startApp, TestApp } from '../../support/app';
import type { Answer } from '../../support/client';
import type { Person } from '../../support/make';
import { makeFile, makeFolder, share, tokenOf } from './support';

const plain = ({ status, body }: Answer) => ({ status, ...body, instance: '', request_id: '' });

describe('links', () => {
  let t: TestApp;
  let owner: Person;
  let folder: string;
  let file: string;

  beforeAll(async () => {
    t = await startApp();
    owner = await t.make.person();
    folder = await makeFolder(owner, 'For parents');
    file = await makeFile(t, owner, folder);
  });
  afterAll(() => t.stop());

  const link = async (permission = 'view', rest: Record<string, unknown> = {}) => {
    const { status, body } = await share(owner, ['folder', folder], { type: 'link' }, permission, rest);
    expect(status).toBe(201);
    return { id: body.id as string, token: tokenOf(body.url as string) };
  };
  const open = (token: string, password?: string): Promise<Answer> =>
    t.client.post(`/links/${token}/open`, { password });
  const by = (linkToken: string) => ({ 'link-token': linkToken });

  it('lead a stranger to the folder and what lies in it, and to nothing else', async () => {
    const { token } = await link();
    const { status, body } = await open(token);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      expires_in: 900,
      resource_type: 'folder',
      resource_id: folder,
      title: 'For parents',
      permission: 'view',
    });
    const headers = by(body.link_token as string);
    const get = (path: string) => t.client.get(path, headers);
    expect((await get(`/folders/${folder}/children`)).body.items).toMatchObject([{ id: file }]);
    expect((await get(`/storage/files/${file}/metadata`)).body.folder).toBe('For parents');
    expect((await fetchBytes(t.client, t.url, `/storage/download/${file}`, headers)).status).toBe(200);
    expect((await t.client.get(`/storage/files/${file}/metadata?link_token=${body.link_token}`)).status).toBe(200);
    expect((await get('/storage/files')).body.count).toBe(1);
    const byAddress = await t.client.get(`/folders/${folder}/children?limit=5&link_token=${body.link_token}`);
    expect(byAddress.body.items).toMatchObject([{ id: file }]);
    expect((await owner.client.get('/folders?link_token=x')).status).toBe(200);
    const other = await makeFile(t, owner);
    expect((await get(`/storage/files/${other}/metadata`)).status).toBe(404);
    for (const path of ['/auth/me', '/groups', '/shares', '/trash', '/orders', '/users/me/export']) {
      expect([path, (await get(path)).status]).toEqual([path, 401]);
    }
    expect((await t.client.delete(`/storage/files/${file}`, headers)).status).toBe(401);
    expect((await t.client.post('/folders', { name: 'Mine' }, headers)).status).toBe(401);
  });

  it('give somebody with an account what the link gives, beside their own', async () => {
    const guest = await t.make.person();
    const { token } = await link('edit');
    const { body } = await open(token);
    const headers = by(body.link_token as string);
    expect((await guest.client.get(`/storage/files/${file}/metadata`)).status).toBe(404);
    expect((await guest.client.get(`/storage/files/${file}/metadata`, headers)).status).toBe(200);
    const changed = await guest.client.patch(`/storage/files/${file}`, { description: 'seen' }, headers);
    expect(changed.body.description).toBe('seen');
    expect((await guest.client.get('/auth/me', headers)).body.id).toBe(guest.user.id);
    for (const filter of ['', `&parent_id=${folder}`]) {
      const first = await guest.client.get(`/resources?type=file&owner=others&limit=1${filter}`, headers);
      expect(first.body.items).toMatchObject([{ id: file, permission: 'edit' }]);
    }
    const more = await guest.client.get('/resources?owner=others&limit=1', headers);
    const rest = await guest.client.get(`/resources?owner=others&limit=1&cursor=${more.body.next_cursor}`, headers);
    expect([more.body.items[0].id, rest.body.items[0].id].sort()).toEqual([file, folder].sort());
  });

  it('show their address once, and ask for their password', async () => {
    const { id, token } = await link('view', { password: 'Open sesame' });
    const { body } = await owner.client.get(`/shares/${id}`);
    expect([body.url, body.password]).toEqual([null, 'set']);
    expect(JSON.stringify(await t.db.query('SELECT * FROM shares'))).not.toContain(token);
    for (const wrong of [undefined, 'open sesame', '']) {
      const { status, body } = await open(token, wrong);
      expect([status, body.code]).toEqual(wrong === '' ? [422, 'validation'] : [403, 'link_password']);
    }
    expect((await open(token, 'Open sesame')).status).toBe(200);
  });

  it('say the same whether they never were, have ended, were taken back or lead into the trash', async () => {
    const [ended, revoked, thrown] = [await link(), await link(), await makeFolder(owner, 'Thrown away')];
    await t.db.execute(`UPDATE shares SET expires_at = now() - interval '1 second' WHERE id = $1`, [ended.id]);
    await owner.client.delete(`/shares/${revoked.id}`);
    const { body } = await share(owner, ['folder', thrown], { type: 'link' }, 'view');
    await owner.client.delete(`/folders/${thrown}`);
    const answers = [];
    for (const token of ['x', ended.token, revoked.token, tokenOf(body.url as string)]) answers.push(await open(token));
    expect(answers[0].status).toBe(404);
    for (const answer of answers) expect(plain(answer)).toEqual(plain(answers[0]));
  });

  it('are dead for who has opened them as soon as they end, or get another password', async () => {
    const { id, token } = await link();
    const headers = by((await open(token)).body.link_token as string);
    const see = async () => (await t.client.get(`/storage/files/${file}/metadata`, headers)).status;
    expect(await see()).toBe(200);
    await owner.client.patch(`/shares/${id}`, { password: 'Now with one' });
    expect(await see()).toBe(404);
    const again = by((await open(token, 'Now with one')).body.link_token as string);
    expect((await t.client.get(`/storage/files/${file}/metadata`, again)).status).toBe(200);
    await owner.client.delete(`/shares/${id}`);
    expect((await t.client.get(`/storage/files/${file}/metadata`, again)).status).toBe(404);
  });

  it('believe no token that was made up, changed or is too old', async () => {
    const { token } = await link();
    const good = (await open(token)).body.link_token as string;
    const [id, until, signature] = good.split('.');
    const forged = [`${id}.${Number(until) + 1}.${signature}`, `${file}.${until}.${signature}`, 'x', `${good}.x`, id];
    for (const one of forged) {
      expect((await t.client.get(`/storage/files/${file}/metadata`, by(one))).status).toBe(401);
    }
  });

  it('slow down who guesses: ten passwords in ten minutes', async () => {
    const { token } = await link('view', { password: 'Right one' });
    const answers = await Promise.all(Array.from({ length: 14 }, () => open(token, 'Wrong one')));
    expect(answers.filter(({ status }) => status === 403)).toHaveLength(10);
    const [refused] = answers.filter(({ status }) => status === 429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await open(token, 'Right one')).status).toBe(429);
    expect((await open((await link('view', { password: 'Another' })).token, 'Another')).status).toBe(200);
  });

  it('give at most the right to edit', async () => {
    const { status, body } = await share(owner, ['folder', folder], { type: 'link' }, 'manage');
    expect([status, body.code]).toEqual([422, 'link_too_strong']);
    const { id } = await link('edit');
    expect((await owner.client.patch(`/shares/${id}`, { permission: 'manage' })).status).toBe(422);
  });

  it('leave uploads to those with an account', async () => {
    const { token } = await link('edit');
    const headers = by((await open(token)).body.link_token as string);
    const answer = await upload({ client: t.client, url: t.url }, png(100), 'a.png', { folder_id: folder });
    expect(answer.status).toBe(401);
    expect((await t.client.patch(`/storage/files/${file}`, { description: 'x' }, headers)).status).toBe(401);
  });
});
