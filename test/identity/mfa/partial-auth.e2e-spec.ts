import { AccessEntry, AccessList } from '../../../src/core/web/access';
import { startApp, TestApp } from '../../support/app';
import { callEntry } from '../../support/access-calls';
import type { Client } from '../../support/client';
import { databaseText } from '../../support/dump';
import { logIn, Phone } from './support';

/** The guard runs before the input is read: any will do. */
const isGuarded = ({ access }: AccessEntry): boolean => access !== 'public';

describe.each([
  ['whose code is still to come', 'mfa', 'mfa_required', {}],
  ['who has yet to enrol', 'enrolment', 'mfa_enrolment_required', { MFA_ENFORCE_ENROLMENT: 'true' }],
])('somebody %s', (_, lacking, code, env) => {
  let t: TestApp;
  let phone: Phone;
  let client: Client;
  let entries: AccessEntry[];

  beforeAll(async () => {
    t = await startApp(env);
    phone = new Phone([t]);
    phone.start();
    const { user } = await (lacking === 'mfa' ? phone.enrolled({ roles: ['admin'] }) : t.make.admin());
    client = (await logIn(t, user)).client;
    entries = t.app.get(AccessList).entries();
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await t.stop();
  });

  const mayCall = ({ access }: AccessEntry): boolean =>
    access.includes('still lacking') &&
    access
      .split('still lacking')[1]
      .split(',')[0]
      .split(' or ')
      .map((one) => one.trim())
      .includes(lacking);

  /** All that is stored, but for the chain over the trail, which follows by itself a moment later, and the beat of the process. */
  const stored = async (): Promise<string> =>
    (await databaseText(t.db))
      .split('\n')
      .filter((row) => !/^(audit_chain|audit_checkpoints|chat_instances) /.test(row))
      .join('\n');

  it('is let into no REST route but those marked so, and changes nothing', async () => {
    const routes = entries.filter((entry) => isGuarded(entry) && /^[A-Z]+ \//.test(entry.call) && !mayCall(entry));
    expect(routes.length).toBeGreaterThan(10);
    const before = await stored();
    for (const route of routes) {
      const { status, body, headers } = await callEntry(t, client, route);
      const told = route.call.startsWith('HEAD ') ? code : body.code; // the answer to a HEAD has no body
      expect({ call: route.call, status, code: told }).toEqual({ call: route.call, status: 403, code });
      expect(headers.get('x-mfa-required')).toBe(lacking === 'mfa' ? 'true' : null);
    }
    expect(await stored()).toBe(before);
  });

  it('is let into no socket', async () => {
    const sockets = entries.filter(({ call }) => call.startsWith('socket '));
    expect(sockets.length).toBeGreaterThan(1);
    for (const socket of sockets) expect((await callEntry(t, client, socket)).body.code).toBe(code);
  });

  it('is let into no GraphQL field that is not public, and changes nothing', async () => {
    const fields = entries.filter((entry) => isGuarded(entry) && /^(query|mutation) /.test(entry.call));
    expect(fields.length).toBeGreaterThan(5);
    const before = await stored();
    for (const field of fields) {
      const { body } = await callEntry(t, client, field);
      expect({ call: field.call, errors: body.errors }).toMatchObject({
        call: field.call,
        errors: [{ extensions: { code, status: 403 } }],
      });
    }
    expect(await stored()).toBe(before);
  });

  it('gets nothing of a document that also asks for what is public', async () => {
    const { body, headers } = await client.graphql('{ a: me { id } b: me { id } products { id } }');
    expect(body).toMatchObject({ data: null, errors: [{ extensions: { code, status: 403 } }] });
    expect(headers.get('x-mfa-required')).toBe(lacking === 'mfa' ? 'true' : null);
  });

  it('may call what is public, as anybody', async () => {
    for (const path of ['/products', '/categories', '//health']) expect((await client.get(path)).status).toBe(200);
    expect((await client.graphql('{ products { id } }')).body.errors).toBeUndefined();
  });

  it('may call what is marked so, logging out last', async () => {
    const open = entries.filter(mayCall).map(({ call }) => call);
    expect(open).toEqual(
      lacking === 'mfa'
        ? [
            'GET /api/v1/auth/session',
            'POST /api/v1/auth/browser/mfa/verify',
            'POST /api/v1/auth/logout',
            'POST /api/v1/auth/mfa/verify',
          ]
        : [
            'GET /api/v1/auth/session',
            'POST /api/v1/auth/browser/mfa/enable',
            'POST /api/v1/auth/logout',
            'POST /api/v1/auth/logout-all',
            'POST /api/v1/auth/mfa/enable',
            'POST /api/v1/auth/mfa/enroll',
            'POST /api/v1/auth/step-up',
          ],
    );
    if (lacking === 'mfa') expect((await client.post('/auth/mfa/verify', { code: '1' })).status).toBe(422);
    else expect((await client.post('/auth/mfa/enroll')).status).toBe(200);
    expect((await client.post('/auth/logout')).status).toBe(204);
    expect((await client.get('/auth/me')).status).toBe(401);
  });
});

describe('enforced enrolment', () => {
  let t: TestApp;
  let phone: Phone;
  beforeAll(async () => {
    t = await startApp({ MFA_ENFORCE_ENROLMENT: 'true', MFA_REQUIRED_ROLES: 'teacher' });
    phone = new Phone([t]);
  });
  afterAll(() => t.stop());
  beforeEach(() => phone.start());
  afterEach(() => jest.restoreAllMocks());

  it('holds for the roles named, until a factor is enabled', async () => {
    const { client } = await t.make.person({ roles: ['user', 'teacher'] });
    const refused = { status: 403, body: { code: 'mfa_enrolment_required' } };
    expect(await client.get('/auth/me')).toMatchObject(refused);
    expect(await client.post('/auth/mfa/verify', { code: '123456' })).toMatchObject(refused);
    const { secret } = (await client.post('/auth/mfa/enroll')).body;
    expect(await client.get('/auth/me')).toMatchObject(refused); // abandoned, it would remain so
    expect((await client.post('/auth/mfa/enable', { code: phone.code(secret) })).status).toBe(200);
    expect((await client.get('/auth/me')).status).toBe(200);
  });

  it('is nothing to other roles', async () => {
    expect((await (await t.make.admin()).client.get('/auth/me')).status).toBe(200);
    const { client, secret } = await phone.enrolled({ roles: ['admin'] });
    expect((await client.post('/auth/mfa/disable', { code: phone.code(secret) })).status).toBe(204);
  });

  it('refuses to start with a role that does not exist', async () => {
    await expect(startApp({ ...t.env, MFA_REQUIRED_ROLES: 'admin,finanse' })).rejects.toThrow('MFA_REQUIRED_ROLES');
  });
});
