import { newId } from '../../../src/core/kernel/runtime';
import { PASSWORD, Person } from '../../support/make';
import type { Browser } from '../../support/browser-cookies';
import { within } from '../../support/within';
import { School } from './oidc-support';

let people = 0;
const somebody = (): string => `ben-${++people}`;

describe('identities of an account', () => {
  let school: School;
  beforeAll(async () => (school = await School.open()));
  afterAll(() => school.close());

  /** A person with a password, in a browser. */
  async function signedIn(): Promise<{ browser: Browser; person: Person }> {
    const [browser, person] = [school.browser(), await school.t.make.person()];
    const { status } = await browser.call('POST', '/auth/browser/login', {
      email: person.user.email,
      password: PASSWORD,
    });
    expect(status).toBe(200);
    return { browser, person };
  }

  async function beginLink(browser: Browser): Promise<string> {
    const { status, body } = await browser.call('POST', '/auth/oauth/school/link');
    expect(status).toBe(200);
    return body.url;
  }

  const link = async (browser: Browser, login: string): Promise<string> =>
    school.bringBack(browser, await school.visit(await beginLink(browser), login));
  const mine = async (browser: Browser) => (await browser.call('GET', '/auth/identities')).body.items;
  const owners = (login: string) =>
    school.t.db.query('SELECT user_id AS "userId" FROM external_identities WHERE subject = $1', [login]);
  const trail = (action: string, target: string) =>
    school.t.db.query('SELECT outcome, facts FROM audit_entries WHERE action = $1 AND target = $2 ORDER BY id', [
      action,
      target,
    ]);

  it('are linked by who is signed in, and log in to that account from then on', async () => {
    const [{ browser, person }, login] = [await signedIn(), somebody()];
    expect(await mine(browser)).toEqual([]);
    expect(await link(browser, login)).toBe('/account');
    expect(await mine(browser)).toEqual([
      {
        id: expect.any(String),
        provider: 'school',
        email: `${login}@example.com`,
        created_at: expect.any(String),
        last_used_at: null,
      },
    ]);
    const elsewhere = school.browser();
    expect(await school.logIn(elsewhere, login)).toBe('/account');
    expect((await school.whoIs(elsewhere))?.id).toBe(person.user.id);
    expect((await mine(browser))[0].last_used_at).toEqual(expect.any(String));
    expect(await trail('auth.identity-linked', `user:${person.user.id}`)).toEqual([
      { outcome: 'success', facts: { provider: 'school' } },
    ]);
  });

  it('need no verified address to be linked, and are linked once however often one tries', async () => {
    const [{ browser }, login] = [await signedIn(), `unverified-${somebody()}`];
    expect(await link(browser, login)).toBe('/account');
    expect(await link(browser, login)).toBe('/account');
    expect(await mine(browser)).toHaveLength(1);
  });

  it('of another account stay there', async () => {
    const [one, two, login] = [await signedIn(), await signedIn(), somebody()];
    await link(one.browser, login);
    expect(await link(two.browser, login)).toBe('/account?error=identity_taken');
    expect(await owners(login)).toEqual([{ userId: one.person.user.id }]);
    const target = `user:${two.person.user.id}`;
    expect(await trail('auth.identity-linked', target)).toEqual([
      { outcome: 'failure', facts: { provider: 'school', code: 'identity_taken' } },
    ]);
  });

  it('go to one of two accounts that link the same at once', async () => {
    const [one, two, login] = [await signedIn(), await signedIn(), somebody()];
    const backs = [
      await school.visit(await beginLink(one.browser), login),
      await school.visit(await beginLink(two.browser), login),
    ];
    const where = await Promise.all([one, two].map(({ browser }, at) => school.bringBack(browser, backs[at])));
    expect(where.sort()).toEqual(['/account', '/account?error=identity_taken']);
    expect(await owners(login)).toHaveLength(1);
  });

  it('are one for each provider', async () => {
    const { browser } = await signedIn();
    await link(browser, somebody());
    expect(await link(browser, somebody())).toBe('/account?error=provider_already_linked');
    expect(await mine(browser)).toHaveLength(1);
  });

  it('are not linked by nobody, nor by a page of another site', async () => {
    expect((await school.t.client.post('/auth/oauth/school/link')).status).toBe(401);
    const { browser } = await signedIn();
    const forged = await browser.call('POST', '/auth/oauth/school/link', undefined, { 'x-csrf-token': 'forged' });
    expect(forged).toMatchObject({ status: 403, body: { code: 'csrf_token_invalid' } });
  });

  it('are not linked once the session that began is over', async () => {
    const [{ browser }, login] = [await signedIn(), somebody()];
    const back = await school.visit(await beginLink(browser), login);
    await browser.call('POST', '/auth/logout');
    await within(
      2000,
      () => school.whoIs(browser),
      (me) => me === null,
    );
    expect(await school.bringBack(browser, back)).toBe('/account?error=unauthenticated');
    expect(await owners(login)).toEqual([]);
  });

  it('are not linked where somebody else has signed in meanwhile', async () => {
    const [{ browser }, other, login] = [await signedIn(), await signedIn(), somebody()];
    const back = await school.visit(await beginLink(browser), login);
    for (const name of ['atrium', 'atrium_csrf']) {
      browser.cookies.set(name, other.browser.cookies.get(name) as string);
    }
    expect(await school.bringBack(browser, back)).toBe('/account?error=unauthenticated');
    expect(await owners(login)).toEqual([]);
  });

  it('are not linked by the answer to a login, nor do they log in by the answer to a link', async () => {
    const [{ browser, person }, login] = [await signedIn(), somebody()];
    const session = browser.cookies.get('atrium');
    await link(browser, login);
    expect(browser.cookies.get('atrium')).toBe(session);
    expect((await school.whoIs(browser))?.id).toBe(person.user.id);
    const another = somebody();
    expect(await school.logIn(browser, another)).toBe('/account');
    expect((await school.whoIs(browser))?.id).not.toBe(person.user.id);
  });

  it('are removed, and log in no more', async () => {
    const [{ browser, person }, login] = [await signedIn(), somebody()];
    await link(browser, login);
    const [{ id }] = await mine(browser);
    expect(await browser.call('DELETE', `/auth/identities/${id}`)).toMatchObject({ status: 204, text: '' });
    expect(await mine(browser)).toEqual([]);
    expect(await trail('auth.identity-removed', `user:${person.user.id}`)).toEqual([
      { outcome: 'success', facts: { provider: 'school' } },
    ]);
    const elsewhere = school.browser();
    await school.logIn(elsewhere, login);
    expect((await school.whoIs(elsewhere))?.id).not.toBe(person.user.id);
  });

  it('of a stranger are as none', async () => {
    const [one, two] = [await signedIn(), await signedIn()];
    await link(one.browser, somebody());
    const [{ id }] = await mine(one.browser);
    const withoutId = (text: string) => text.replace(/"(request_id|instance)":"[^"]+"/g, '');
    const theirs = await two.browser.call('DELETE', `/auth/identities/${id}`);
    const none = await two.browser.call('DELETE', `/auth/identities/${newId()}`);
    expect(theirs).toMatchObject({ status: 404, body: { code: 'identity_not_found' } });
    expect(withoutId(theirs.text)).toBe(withoutId(none.text));
    expect(await mine(one.browser)).toHaveLength(1);
    for (const [method, path] of [
      ['GET', '/auth/identities'],
      ['DELETE', `/auth/identities/${id}`],
    ]) {
      expect((await school.t.client.call(method, path)).status).toBe(401);
    }
  });

  it('stay while nothing else logs in to the account', async () => {
    const [browser, login] = [school.browser(), somebody()];
    await school.logIn(browser, login);
    const [{ id }] = await mine(browser);
    const refused = await browser.call('DELETE', `/auth/identities/${id}`);
    expect(refused).toMatchObject({ status: 409, body: { code: 'last_login_method' } });
    expect(await mine(browser)).toHaveLength(1);
  });

  it('keep one of two that are removed at once', async () => {
    const [browser, login] = [school.browser(), somebody()];
    await school.logIn(browser, login);
    const { id: userId } = (await school.whoIs(browser)) as { id: string };
    await school.t.db.execute(
      `INSERT INTO external_identities (id, user_id, provider, issuer, subject) VALUES ($1, $2, 'other', 'https://other.example', $3)`,
      [newId(), userId, login],
    );
    const ids = (await mine(browser)).map(({ id }: { id: string }) => id);
    const answers = await Promise.all(ids.map((id: string) => browser.call('DELETE', `/auth/identities/${id}`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect(await mine(browser)).toHaveLength(1);
  });

  it('are part of what is kept about me, and go with the account', async () => {
    const [browser, login] = [school.browser(), somebody()];
    await school.logIn(browser, login);
    const { id } = (await school.whoIs(browser)) as { id: string };
    await beginLink(browser);
    const { body } = await browser.call('GET', '/users/me/export');
    expect(body.sections.identities).toMatchObject([
      { provider: 'school', issuer: school.provider.issuer, subject: login, email: `${login}@example.com` },
    ]);
    const admin = await school.t.make.admin();
    expect((await admin.client.delete(`/users/${id}`)).status).toBe(204);
    expect(await owners(login)).toEqual([]);
    expect(await school.t.db.query('SELECT 1 FROM oidc_logins WHERE user_id = $1', [id])).toEqual([]);
    const again = school.browser();
    expect(await school.logIn(again, login)).toBe('/account');
    expect((await school.whoIs(again))?.id).not.toBe(id);
  });
});
