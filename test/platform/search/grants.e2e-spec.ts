import { newId } from '../../../src/core/kernel/runtime';
import { LIMITS as ACTIVITY_LIMITS } from '../../../src/modules/platform/activity/activity.service';
import { LIMITS } from '../../../src/modules/platform/search/search-statements';
import { walk } from '../../commerce/catalog/support';
import { startApp, TestApp } from '../../support/app';
import type { Person } from '../../support/make';
import { Notes, notesManifest } from '../../support/notes';
import { Receiver } from '../../support/receiver';
import { until } from '../../support/until';
import { told, webhookOf } from '../webhooks/support';

const [RESOURCES, GRANTS, PEOPLE] = [300, 1000, 6];
const WORDS = ['lamp', 'chair', 'table', 'window', 'carpet', 'mirror'];

interface Known {
  readonly id: string;
  readonly type: 'note' | 'binder';
  readonly words: ReadonlySet<string>;
  readonly above: readonly string[];
  readonly ownerId: string;
}

let state = 7;
/** The same numbers in every run, below `most`. */
const next = (most: number): number => {
  state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
  return (state >>> 8) % most;
};

describe('search, activity, comments and webhooks among a thousand grants', () => {
  let t: TestApp;
  let receiver: Receiver;
  let people: Person[];
  const all: Known[] = [];
  const grants: { resourceId: string; to: string; isLive: boolean }[] = [];
  let groups: { id: string; members: Set<string> }[];

  beforeAll(async () => {
    receiver = await Receiver.start();
    t = await startApp(receiver.env, [notesManifest]);
    await t.reset();
    const notes = new Notes(t);
    people = [];
    for (let n = 0; n < PEOPLE; n++) people.push(await t.make.person());
    const folders: Known[] = [];
    for (let n = 0; n < RESOURCES; n++) {
      const owner = people[next(PEOPLE)];
      const isFolder = n % 6 === 0;
      const parent = folders.length > 0 && next(3) > 0 ? folders[next(folders.length)] : null;
      const words = new Set([WORDS[next(6)], WORDS[next(6)]]);
      const text = [...words].join(' ');
      const make = { title: `${n} ${text.slice(0, next(2) * 50)}`, text, parentId: parent?.id };
      const id = await (isFolder ? notes.binder(owner, make) : notes.note(owner, make));
      const known: Known = {
        id,
        type: isFolder ? 'binder' : 'note',
        words,
        above: [id, ...(parent?.above ?? [])],
        ownerId: owner.user.id,
      };
      all.push(known);
      if (isFolder) folders.push(known);
    }
    groups = [];
    for (let n = 0; n < 3; n++) {
      const id = (await people[0].client.post('/groups', { name: `Group ${n}` })).body.id;
      const members = new Set([people[0].user.id]);
      for (const { user } of people.filter(() => next(2) > 0)) {
        await people[0].client.put(`/groups/${id}/members/${user.id}`);
        members.add(user.id);
      }
      groups.push({ id, members });
    }
    for (let n = 0; n < GRANTS; n++) {
      const to = next(4) > 0 ? people[next(PEOPLE)].user.id : groups[next(3)].id;
      grants.push({ resourceId: all[next(RESOURCES)].id, to, isLive: next(3) > 0 });
    }
    for (const { resourceId, to, isLive } of grants) {
      const type = groups.some(({ id }) => id === to) ? 'group' : 'user';
      const until = isLive ? (next(2) ? "now() + interval '1 hour'" : 'NULL') : `now() - interval '1 second'`;
      await t.db.query(
        `INSERT INTO shares (id, resource_id, principal_type, principal_id, level, expires_at) VALUES ($1, $2, $3, $4, $5, ${until})
         ON CONFLICT (resource_id, principal_id) DO NOTHING`,
        [newId(), resourceId, type, to, 1 + next(4)],
      );
    }
  }, 120_000);
  afterAll(async () => {
    await t.stop();
    await receiver.stop();
  });

  /** What stands in the shares, one by one and without SQL's help. */
  function mayView(userId: string, { above, ownerId }: Known, owners: ReadonlyMap<string, string>): boolean {
    if (ownerId === userId) return true;
    return above.some((id) => {
      if (owners.get(id) === userId) return true;
      const seen = new Set<string>();
      return grants.some(({ resourceId, to, isLive }) => {
        if (resourceId !== id || seen.has(to)) return false;
        seen.add(to); // the first grant of two to the same stands
        return isLive && (to === userId || groups.some((group) => group.id === to && group.members.has(userId)));
      });
    });
  }

  const visibleTo = ({ user }: Person): Known[] => {
    const owners = new Map(all.map(({ id, ownerId }) => [id, ownerId]));
    return all.filter((one) => mayView(user.id, one, owners));
  };
  const ownerOf = ({ ownerId }: Known): Person => people.find(({ user }) => user.id === ownerId) as Person;
  /** Some of them, kept by everybody and lying everywhere. */
  const sample = () => all.filter((_, n) => n % 7 === 0);

  it.each([
    ['from what each may view', 2000],
    ['from the words', 2],
  ])('they show what brute force shows, page by page, %s', async (_, few) => {
    const limits = [LIMITS, ACTIVITY_LIMITS].map((one) => jest.replaceProperty(one, 'few', few));
    let hidden = 0;
    for (const person of people) {
      const { client } = person;
      const visible = visibleTo(person);
      hidden += all.length - visible.length;
      for (const q of ['lamp', 'chair tab', 'mirorr', 'window']) {
        const asked =
          { lamp: ['lamp'], 'chair tab': ['chair', 'table'], mirorr: ['mirror'], window: ['window'] }[q] ?? [];
        const expected = visible.filter(({ words }) => asked.every((word) => words.has(word))).map(({ id }) => id);
        const found = await walk<{ id: string }>(client, `/search?limit=17&q=${encodeURIComponent(q)}`);
        expect(found.map(({ id }) => id).sort()).toEqual(expected.sort());
      }
      const told = await walk<{ resource_id: string }>(client, '/activity?limit=40');
      expect(new Set(told.map((one) => one.resource_id))).toEqual(new Set(visible.map(({ id }) => id)));
    }
    expect(hidden).toBeGreaterThan(100);
    for (const limit of limits) limit.restore();
  });

  it('comments are read by those who may view what they stand at', async () => {
    const said = new Map<string, string>();
    for (const one of sample()) {
      const input = { resource_type: one.type, resource_id: one.id, body: 'Seen.' };
      said.set(one.id, (await ownerOf(one).client.post('/comments', input)).body.id as string);
    }
    for (const person of people) {
      const visible = new Set(visibleTo(person).map(({ id }) => id));
      for (const { id, type } of sample()) {
        const list = await person.client.get(`/comments?resource_type=${type}&resource_id=${id}`);
        const one = await person.client.get(`/comments/${said.get(id)}`);
        const status = visible.has(id) ? 200 : 404;
        expect([list.status, one.status]).toEqual([status, status]);
        if (visible.has(id)) expect(list.body.count).toBe(1);
      }
    }
  });

  it('webhooks tell their owners of what these may view', async () => {
    for (const person of people) await webhookOf(person, receiver, `/${person.user.id}`, ['notes.*', 'binders.*']);
    const notes = new Notes(t);
    for (const one of sample()) await notes.change(ownerOf(one), one.id, { title: 'Changed' });
    const waits = `SELECT 1 FROM webhook_events WHERE spread_at IS NULL UNION ALL SELECT 1 FROM webhook_deliveries WHERE state = 'pending'`;
    const expected = people.map((person) => {
      const visible = new Set(visibleTo(person).map(({ id }) => id));
      return [person.user.id, new Set(sample().flatMap(({ id }) => (visible.has(id) ? [id] : [])))];
    });
    await until(async () => receiver.calls.length > 0 && (await t.db.query(waits)).length === 0);
    const heard = people.map(({ user }) => {
      const calls = receiver.calls.filter(({ path }) => path === `/${user.id}`);
      return [user.id, new Set(calls.map((call) => told(call).data.id))];
    });
    expect(heard).toEqual(expected);
  });
});
