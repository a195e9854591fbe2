import { ROLES } from '../../src/modules';
import { AccessEntry, AccessList, Roles } from '../../src/core/web/access';
import { callEntry, refusalOf } from '../support/access-calls';
import { TestApp, workerApp } from '../support/app';
import type { Client } from '../support/client';
import type { Person } from '../support/make';

/** What the guard never says to who has the rights; `forbidden` a service may still say, of a thing that is not theirs. */
const REFUSALS = ['unauthenticated', 'csrf_token_invalid', 'inactive_user', 'mfa_required', 'mfa_enrolment_required'];
/** They end the session that asks. */
const LAST = ['POST /api/v1/auth/logout', 'POST /api/v1/auth/logout-all'];

/** The written matrix: docs/api/access.txt, which another test holds equal to the code, and docs/api/roles.txt. */
function permissionsOf({ access }: AccessEntry): string[] {
  const [rights] = access.split(',');
  return rights === 'public' || rights === 'signed in' ? [] : rights.split(' + ');
}

describe('the matrix of who may call what', () => {
  let t: TestApp;
  let entries: AccessEntry[];
  let guarded: AccessEntry[];

  beforeAll(async () => {
    t = await workerApp();
    entries = t.app
      .get(AccessList)
      .entries()
      .filter(({ call }) => !call.startsWith('field '));
    // The answer to a HEAD says no code.
    guarded = entries.filter(({ access, call }) => access !== 'public' && !call.startsWith('HEAD '));
  });
  afterAll(() => t.stop());

  const heard = async (client: Client, entry: AccessEntry): Promise<string | undefined> =>
    refusalOf(await callEntry(t, client, entry));

  it('lets nobody who is not signed in into what is not public', async () => {
    for (const entry of guarded) {
      expect({ call: entry.call, code: await heard(t.client, entry) }).toEqual({
        call: entry.call,
        code: 'unauthenticated',
      });
    }
  });

  it('lets somebody deactivated into nothing', async () => {
    const { user, client } = await t.make.person({ roles: ['admin'] });
    await t.make.admin();
    const staff = await t.make.admin();
    expect((await staff.client.patch(`/users/${user.id}`, { is_active: false })).status).toBe(200);
    for (const entry of guarded) {
      expect({ call: entry.call, code: await heard(client, entry) }).toEqual({
        call: entry.call,
        code: 'inactive_user',
      });
    }
  });

  it.each(ROLES)('lets a %s into what the role has the permissions for, and nothing else', async (role) => {
    const has = t.app.get(Roles).permissionsOf([role]);
    const person: Person = await t.make.person({ roles: [role] });
    const last = guarded.filter(({ call }) => LAST.includes(call));
    for (const entry of [...guarded.filter((one) => !last.includes(one)), ...last.slice(0, 1)]) {
      const code = await heard(person.client, entry);
      const { call } = entry;
      if (permissionsOf(entry).every((word) => has.has(word))) {
        expect({ call, refused: REFUSALS.includes(code ?? '') }).toEqual({ call, refused: false });
      } else {
        expect({ call, code }).toEqual({ call, code: 'forbidden' });
      }
    }
  });

  it('has a line for every route of the documents and every field of the schema', async () => {
    const { body } = await t.client.get('//openapi.json');
    const documented = Object.entries(body.paths as Record<string, object>).flatMap(([path, item]) =>
      Object.keys(item)
        .filter((verb) => ['get', 'post', 'put', 'patch', 'delete'].includes(verb))
        .map((verb) => [`${verb.toUpperCase()} ${path}`, `ALL ${path}`]),
    );
    const listed = new Set(entries.map(({ call }) => call));
    expect(documented.filter((calls) => !calls.some((call) => listed.has(call)))).toEqual([]);
    expect(documented.length).toBeGreaterThan(50);
  });
});
