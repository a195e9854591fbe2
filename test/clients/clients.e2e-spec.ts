import {
  AtriumError,
  AuthClient,
  DocumentsClient,
  MailClient,
  NotificationsClient,
  StorageClient,
} from '../../clients/typescript/src';
import { TestApp, workerApp } from '../support/app';
import { PASSWORD } from '../support/make';

const PDF = '%PDF-1.7\n%%EOF\n';
const NOBODY = '0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a';

describe('the clients for TypeScript', () => {
  let t: TestApp;
  let auth: AuthClient;
  beforeAll(async () => {
    t = await workerApp();
    auth = new AuthClient({ baseUrl: `${t.url}/` });
  });
  afterAll(() => t.stop());

  const tokenOf = async (email: string): Promise<string> =>
    (await auth.login({ email, password: PASSWORD })).access_token;
  const storageOf = async () => {
    const user = await t.make.user();
    const serviceAuthToken = await tokenOf(user.email);
    return { user, storage: new StorageClient({ baseUrl: t.url, serviceAuthToken }) };
  };

  it('log in, say who it is, check a token, refresh and log out', async () => {
    const made = await auth.register({ email: 'client@example.com', password: PASSWORD, full_name: 'Mia Example' });
    const pair = await auth.login({ email: made.email, password: PASSWORD });
    const mine = auth.as(pair.access_token);
    expect((await mine.me()).id).toBe(made.id);
    expect(await auth.validate(pair.access_token)).toMatchObject({ authorized: true, user_id: made.id });
    expect((await auth.refresh(pair.refresh_token)).access_token).toEqual(expect.any(String));
    await mine.logout();
    await expect(mine.me()).rejects.toMatchObject({ status: 401, code: 'unauthenticated' });
    await expect(auth.validate('nonsense')).rejects.toMatchObject({ status: 401 });
  });

  it('upload, list, describe, share, download and delete', async () => {
    const { storage } = await storageOf();
    const file = await storage.upload(Buffer.from(PDF), { filename: 'a.pdf', folder: 'invoices', description: 'May' });
    expect(file).toMatchObject({ original_filename: 'a.pdf', folder: 'invoices', description: 'May', size: 15 });
    expect((await storage.list({ folder: 'invoices' })).items).toEqual([file]);
    expect(await storage.metadata(file.id)).toEqual(file);
    expect(Buffer.from(await storage.download(file.id)).toString()).toBe(PDF);
    const streamed: Uint8Array[] = [];
    for await (const part of await storage.downloadStream(file.id)) streamed.push(part);
    expect(Buffer.concat(streamed).toString()).toBe(PDF);
    const { url } = await storage.share(file.id, { expires_in: 60 });
    expect(await (await fetch(new URL(new URL(url).pathname, t.url))).text()).toBe(PDF);
    await storage.delete(file.id);
    await expect(storage.metadata(file.id)).rejects.toMatchObject({ status: 404, code: 'file_not_found' });
  });

  it('upload once by the same key', async () => {
    const { storage } = await storageOf();
    const send = () => storage.upload(new Blob([PDF]), { filename: 'a.pdf', idempotencyKey: 'a-1' });
    expect((await send()).id).toBe((await send()).id);
    expect((await storage.list()).count).toBe(1);
  });

  it('act for another caller, and ask for the credential of the moment', async () => {
    const { storage, user } = await storageOf();
    const file = await storage.upload(new Blob([PDF]), { filename: 'a.pdf' });
    const other = await t.make.user();
    let email = other.email;
    const asked = new StorageClient({ baseUrl: t.url, serviceAuthToken: () => tokenOf(email) });
    await expect(asked.metadata(file.id)).rejects.toMatchObject({ status: 404 });
    email = user.email;
    expect((await asked.metadata(file.id)).id).toBe(file.id);
    await expect(storage.as('nonsense').metadata(file.id)).rejects.toMatchObject({ status: 401 });
  });

  it('say why a call was refused', async () => {
    const { storage } = await storageOf();
    const error = await storage.download(NOBODY).catch((one: unknown) => one as AtriumError);
    expect(error).toBeInstanceOf(AtriumError);
    expect(error).toMatchObject({ status: 404, code: 'file_not_found', message: expect.any(String) });
    expect((error as AtriumError).problem?.request_id).toEqual(expect.any(String));
    const fetch = () => Promise.resolve(new Response('busy', { status: 503, headers: { 'retry-after': '7' } }));
    const away = new StorageClient({ baseUrl: t.url, fetch });
    await expect(away.list()).rejects.toMatchObject({ status: 503, code: '', retryAfterS: 7, problem: undefined });
  });

  it('send mail once under one key, also by a template, and list it', async () => {
    const options = { baseUrl: t.url, serviceAuthToken: await tokenOf((await t.make.user()).email) };
    const mail = new MailClient(options);
    const send = () => mail.send({ to: ['a@example.com'], subject: 's', body: 'b' }, { idempotencyKey: 'k' });
    const [first, again] = [await send(), await send()];
    expect([first.status, again.id]).toEqual(['queued', first.id]);
    const welcome = await mail.sendTemplate({ to: ['a@example.com'], template: 'welcome', data: { name: 'Ada' } });
    expect((await mail.sent({ limit: 5 })).map(({ id }) => id)).toEqual([welcome.id, first.id]);
  });

  it('tell somebody something once under one key, who reads it and takes it away, and register a device', async () => {
    const { id, email } = await t.make.user();
    const notifications = new NotificationsClient({ baseUrl: t.url, serviceAuthToken: await tokenOf(email) });
    const input = { user_id: id, title: 'Timetable', body: 'It has changed.', type: 'info', action_url: '/school' };
    const send = () => notifications.send(input, { idempotencyKey: 'n' });
    const [told, again] = [await send(), await send()];
    expect([again.id, told.title]).toEqual([told.id, 'Timetable']);
    expect(await notifications.list({ unread: true })).toMatchObject([{ id: told.id, read_at: null }]);
    expect((await notifications.markRead(told.id)).read_at).toEqual(expect.any(String));
    await notifications.delete(told.id);
    expect(await notifications.list()).toEqual([]);
    await expect(notifications.markRead(told.id)).rejects.toMatchObject({
      status: 404,
      code: 'notification_not_found',
    });
    const device = await notifications.registerDevice({ fcm_token: 'f'.repeat(64), device_type: 'android' });
    expect(device).toMatchObject({ channel: 'fcm', device_type: 'android' });
    const other = notifications.send({ ...input, user_id: (await t.make.user()).id });
    await expect(other).rejects.toMatchObject({ status: 403, code: 'forbidden' });
  });

  it('ask as the contract says for what the server does not have yet, and are told that it is not there', async () => {
    const asked: string[] = [];
    const fetch = async (request: Request): Promise<Response> => {
      const key = request.headers.get('idempotency-key');
      asked.push([request.method, request.url.slice(t.url.length + 7), await request.clone().text(), key].join(' '));
      return globalThis.fetch(request);
    };
    const options = { baseUrl: t.url, serviceAuthToken: await tokenOf((await t.make.user()).email), fetch };
    const documents = new DocumentsClient(options);
    const calls = [
      () => documents.create({ title: 't' }),
      () => documents.get(NOBODY),
      () => documents.update(NOBODY, { content: 'c' }),
      () => documents.share(NOBODY, { user_id: NOBODY, permission: 'view' }),
      () => documents.search('w'),
    ];
    for (const call of calls) await expect(call()).rejects.toMatchObject({ status: 404, code: 'not_found' });
    expect(asked).toEqual([
      'POST /documents {"title":"t"} ',
      `GET /documents/${NOBODY}  `,
      `PUT /documents/${NOBODY} {"content":"c"} `,
      `POST /documents/${NOBODY}/share {"user_id":"${NOBODY}","permission":"view"} `,
      'GET /documents/search?q=w  ',
    ]);
  });
});
