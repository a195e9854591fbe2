import { newId } from '../../../src/core/kernel/runtime';
import { EVERYONE, ruleKey } from '../../../src/modules/identity/groups';
import { PERMISSIONS } from '../../../src/modules/platform/sharing';
import { startApp, TestApp } from '../../support/app';
import type { Answer } from '../../support/client';
import type { Person } from '../../support/make';

const [FOLDERS, FILES, CLASSROOMS, GROUPS, GRANTS, ABSENT] = [250, 1200, 20, 10, 10_000, 40];

/** The same numbers at every run. */
function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

interface Planted {
  readonly id: string;
  readonly type: string;
  readonly ownerId: string;
  readonly parent: Planted | null;
  isTrashed: boolean;
}

interface Grant {
  readonly principal: string;
  readonly level: number;
  readonly isOver: boolean;
}

/** What the plain rule says: the strongest of what anybody who stands for the caller has of the resource or a folder above. */
describe('10,000 random grants', () => {
  const random = randomOf(20261129);
  const pick = <T>(of: readonly T[]): T => of[random(of.length)];
  const planted: Planted[] = [];
  const grants = new Map<string, Map<string, Grant>>();
  const members = new Map<string, Set<string>>();
  let t: TestApp;
  let people: Person[];

  const keysOf = ({ user }: Person): string[] => [
    user.id,
    ruleKey(EVERYONE),
    ...user.roles.map((role) => ruleKey(`role:${role}`)),
    ...[...members].filter(([, ids]) => ids.has(user.id)).map(([group]) => group),
  ];

  function levelOf(person: Person, resource: Planted): number {
    if (person.user.permissions.includes('manage_files') && resource.type !== 'classroom') return 4;
    const keys = keysOf(person);
    let level = 0;
    for (let at: Planted | null = resource; at; at = at.parent) {
      for (const key of keys) {
        const grant = grants.get(at.id)?.get(key);
        if (grant && !grant.isOver) level = Math.max(level, grant.level);
      }
    }
    return level;
  }

  const seenBy = (person: Person, type: string | null): Map<string, string> =>
    new Map(
      planted
        .filter((one) => !one.isTrashed && (type === null || one.type === type) && levelOf(person, one) > 0)
        .map((one) => [one.id, PERMISSIONS[levelOf(person, one) - 1]]),
    );

  function give(resourceId: string, grant: Grant): boolean {
    const of = grants.get(resourceId) ?? new Map<string, Grant>();
    if (of.has(grant.principal)) return false;
    grants.set(resourceId, of.set(grant.principal, grant));
    return true;
  }

  beforeAll(async () => {
    t = await startApp();
    const roles = [['user'], ['user'], ['student'], ['student'], ['teacher'], ['teacher'], ['finance'], ['user']];
    people = [];
    for (const own of roles) people.push(await t.make.person({ roles: own }));
    people.push(await t.make.person({ permissions: ['manage_files'] }));
    await plant();
  }, 120_000);
  afterAll(() => t.stop());

  async function plant(): Promise<void> {
    const owners = people.map(({ user }) => user.id);
    const teachers = people.filter(({ user }) => user.roles.includes('teacher'));
    const groups: string[] = [];
    for (let n = 0; n < GROUPS; n++) {
      const { body } = await pick(people).client.post('/groups', { name: `Group ${n}` });
      groups.push(body.id as string);
      members.set(body.id as string, new Set([body.owner_id as string]));
      for (const { user } of people.filter(() => random(3) === 0)) {
        members.get(body.id as string)?.add(user.id);
        const row = [newId(), body.id, user.id];
        await t.db.execute(
          'INSERT INTO group_members (id, group_id, user_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
          row,
        );
      }
    }
    for (let n = 0; n < CLASSROOMS; n++) {
      const teacher = pick(teachers);
      const { id } = await t.make.classroom({ teacherId: teacher.user.id });
      planted.push({ id, type: 'classroom', ownerId: teacher.user.id, parent: null, isTrashed: false });
      members.set(id, new Set([teacher.user.id]));
      give(id, { principal: teacher.user.id, level: 4, isOver: false });
      if (n % 2) {
        give(id, { principal: ruleKey(EVERYONE), level: 1, isOver: false });
        give(id, { principal: id, level: 2, isOver: false });
      } else {
        await t.db.execute(`DELETE FROM shares WHERE resource_id = $1 AND principal_type = 'group'`, [id]);
      }
      for (const { user } of people.filter((one) => one.user.roles.includes('student') && random(2))) {
        await t.make.enrollment({ classroomId: id, studentId: user.id });
        members.get(id)?.add(user.id);
      }
    }
    const folders: Planted[] = [];
    const files: Planted[] = [];
    for (let n = 0; n < FOLDERS; n++) {
      const parent = n > 10 && random(5) > 0 ? pick(folders) : null;
      folders.push({
        id: newId(),
        type: 'folder',
        ownerId: pick(owners),
        parent,
        isTrashed: parent?.isTrashed || random(20) === 0,
      });
    }
    for (let n = 0; n < FILES; n++) {
      const parent = random(5) > 0 ? pick(folders) : null;
      files.push({
        id: newId(),
        type: 'file',
        ownerId: pick(owners),
        parent,
        isTrashed: Boolean(parent?.isTrashed) || random(20) === 0,
      });
    }
    for (const one of [...folders, ...files]) give(one.id, { principal: one.ownerId, level: 4, isOver: false });
    planted.push(...folders, ...files);
    const strangers = Array.from({ length: ABSENT }, () => newId());
    const principals = [
      ...owners.map((id) => ['user', id]),
      ...strangers.map((id) => ['user', id]),
      ...[...members.keys(), ruleKey('role:student'), ruleKey('role:teacher')].map((id) => ['group', id]),
    ];
    const rows: unknown[] = [];
    while (rows.length < GRANTS) {
      const [[type, principal], resource] = [pick(principals), pick(planted)];
      const grant = { principal, level: 1 + random(4), isOver: random(3) === 0 };
      if (give(resource.id, grant)) {
        rows.push({ id: newId(), resource: resource.id, isContainer: resource.type === 'folder', type, ...grant });
      }
    }
    await t.db.transaction(async () => {
      for (const one of folders) {
        const row = [one.id, one.ownerId, one.parent?.id ?? null, `Folder ${one.id}`, one.isTrashed];
        await t.db.execute(
          'INSERT INTO folders (id, owner_id, parent_id, name, is_trashed) VALUES ($1, $2, $3, $4, $5)',
          row,
        );
        await add(one);
      }
      for (const one of files) {
        await add(one);
        await t.db.execute(
          `INSERT INTO files (id, owner_id, status, filename, original_filename, content_type, size_bytes, checksum, category)
           VALUES ($1::uuid, $2, 'ready', $1::text || '.png', 'a.png', 'image/png', 1, repeat('0', 64), 'images')`,
          [one.id, one.ownerId],
        );
      }
      await t.db.execute(
        `INSERT INTO shares (id, resource_id, principal_type, principal_id, level, is_container, expires_at)
         SELECT id, resource, type, principal, level, "isContainer", CASE WHEN "isOver" THEN now() - interval '1 hour' ELSE now() + interval '1 day' END
         FROM jsonb_to_recordset($1::jsonb) AS g(id uuid, resource uuid, type text, principal uuid, level int, "isOver" boolean, "isContainer" boolean)`,
        [JSON.stringify(rows)],
      );
    });
  }

  async function add(one: Planted): Promise<void> {
    const row = [one.id, one.type, one.ownerId, one.parent?.id ?? null];
    await t.db.query(`SELECT resources_add($1, $2, $3, $4, 'x', '/x')`, row);
    if (!one.isTrashed) return;
    const act = one.parent?.isTrashed ? one.parent.id : one.id;
    await t.db.execute('UPDATE resources SET trashed_at = now(), trashed_with = $2 WHERE id = $1', [one.id, act]);
  }

  /** Every page of a list: what is on it by id. */
  async function all({ client }: Person, path: string, ask = 100): Promise<Map<string, Record<string, unknown>>> {
    const found = new Map<string, Record<string, unknown>>();
    let cursor: string | null = '';
    while (cursor !== null) {
      const { status, body }: Answer = await client.get(
        `${path}${path.includes('?') ? '&' : '?'}limit=${ask}${cursor && `&cursor=${cursor}`}`,
      );
      expect(status).toBe(200);
      expect(body.count).toBe(body.items.length);
      expect(body.next_cursor === null || body.count === ask).toBe(true); // no page is short of what it hides
      for (const item of body.items) found.set(item.id, item);
      cursor = body.next_cursor;
    }
    return found;
  }

  it('are many enough to tell right from wrong', () => {
    for (const person of people.slice(0, -1)) {
      const count = seenBy(person, 'file').size;
      expect(count).toBeGreaterThan(FILES / 10);
      expect(count).toBeLessThan(FILES * 0.95);
    }
  });

  it.each(['file', 'folder', 'classroom'])('give what the plain rule gives, in the list of all %ss', async (type) => {
    for (const person of people) {
      const found = await all(person, `/resources?type=${type}`, type === 'file' ? 100 : 37);
      expect(new Map([...found].map(([id, { permission }]) => [id, permission]))).toEqual(seenBy(person, type));
    }
  });

  it('give the same in the lists of files, folders and classrooms', async () => {
    for (const person of people) {
      expect(new Set((await all(person, '/storage/files')).keys())).toEqual(new Set(seenBy(person, 'file').keys()));
      const folders = await all(person, '/folders');
      expect(new Map([...folders].map(([id, { permission }]) => [id, permission]))).toEqual(seenBy(person, 'folder'));
      expect(new Set((await all(person, '/classrooms')).keys())).toEqual(new Set(seenBy(person, 'classroom').keys()));
      const { body } = await person.client.graphql('{ classrooms(limit: 100) { id } }');
      expect(body.data.classrooms).toHaveLength(seenBy(person, 'classroom').size);
    }
  });

  it('give the same in what lies in a folder, and of each thing asked for by itself', async () => {
    const folders = planted.filter(({ type }) => type === 'folder');
    for (const person of people) {
      const seen = seenBy(person, null);
      for (const folder of Array.from({ length: 6 }, () => pick(folders))) {
        const { status, body } = await person.client.get(`/folders/${folder.id}/children?limit=100`);
        expect(status).toBe(seen.has(folder.id) ? 200 : 404);
        if (status !== 200) continue;
        const inside = planted.filter((one) => one.parent === folder && !one.isTrashed);
        expect(new Set(body.items.map(({ id }: { id: string }) => id))).toEqual(new Set(inside.map(({ id }) => id)));
      }
      for (const one of Array.from({ length: 25 }, () => pick(planted))) {
        const path = {
          file: `/storage/files/${one.id}/metadata`,
          folder: `/folders/${one.id}`,
          classroom: `/classrooms/${one.id}`,
        }[one.type];
        expect([one.id, (await person.client.get(path as string)).status]).toEqual([
          one.id,
          seen.has(one.id) ? 200 : 404,
        ]);
        const shares = await person.client.get(`/shares?resource_type=${one.type}&resource_id=${one.id}`);
        if (!one.isTrashed) expect(shares.status).toBe(seen.has(one.id) ? 200 : 404);
      }
    }
  });

  it('give the trash to those who manage what lies in it', async () => {
    const thrown = planted.filter((one) => one.isTrashed && !one.parent?.isTrashed);
    for (const person of people) {
      const found = await all(person, '/trash');
      const expected = thrown.filter((one) => levelOf(person, one) === 4).map(({ id }) => id);
      expect(new Set(found.keys())).toEqual(new Set(expected));
    }
  });
});
