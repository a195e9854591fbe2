import { Housekeeping } from '../../../src/core/data/housekeeping';
import { Resources } from '../../../src/modules/platform/sharing';
import { expectProblem, statementsOf, walk } from '../../commerce/catalog/support';
import { startApp, TestApp } from '../../support/app';
import type { Client } from '../../support/client';
import type { Person } from '../../support/make';
import { MANAGE_NOTES, Notes, notesManifest } from '../../support/notes';

const find = async (client: Client, q: string, more = ''): Promise<string[]> => {
  const { status, body } = await client.get(`/search?limit=100&q=${encodeURIComponent(q)}${more}`);
  expect(status).toBe(200);
  return body.items.map((hit: { title: string }) => hit.title);
};

describe('search', () => {
  let t: TestApp;
  let notes: Notes;
  let ada: Person;
  let bob: Person;
  beforeAll(async () => {
    t = await startApp({}, [notesManifest]);
    notes = new Notes(t);
  });
  afterAll(() => t.stop());
  beforeEach(async () => {
    await t.reset();
    [ada, bob] = [await t.make.person(), await t.make.person()];
  });

  it('finds resources of every kind by the words of title and text', async () => {
    const note = await notes.note(ada, { title: 'Annual report', text: 'Sales of <b>canvas</b> & paint grew.' });
    await notes.binder(ada, { title: 'Canvas samples' });
    await notes.note(ada, { title: 'Something else' });
    const { body } = await ada.client.get('/search?q=canvas');
    expect(body).toMatchObject({ count: 2, next_cursor: null });
    expect(body.items[0]).toMatchObject({ type: 'binder', title: 'Canvas samples', snippet: [] });
    expect(body.items[1]).toEqual({
      type: 'note',
      id: note,
      title: 'Annual report',
      snippet: [
        { text: 'Sales of <b>', is_match: false },
        { text: 'canvas', is_match: true },
        { text: '</b> & paint grew.', is_match: false },
      ],
      url: `/notes/${note}`,
    });
  });

  it('asks for all words, or their beginnings, wherever they stand', async () => {
    await notes.note(ada, { title: 'Annual report', text: 'painting' });
    await notes.note(ada, { title: 'Annual dinner' });
    expect(await find(ada.client, 'rep ann pain')).toEqual(['Annual report']);
    expect(await find(ada.client, 'report dinner')).toEqual([]);
  });

  it('forgives accents, case and slips', async () => {
    await notes.note(ada, { title: 'Crème brûlée', text: 'Das Keyboard, Straße 7b' });
    for (const q of ['creme', 'CRÈME BRULEE', 'keybaord', 'keyborad straße', 'strasse', 'brulze', '7b']) {
      expect([q, await find(ada.client, q)]).toEqual([q, ['Crème brûlée']]);
    }
    for (const q of ['kexxxard', 'crexx', '8b']) expect([q, await find(ada.client, q)]).toEqual([q, []]);
  });

  it('ranks titles before texts, and the newer of equals first', async () => {
    await notes.note(ada, { title: 'Old', text: 'lamp' });
    await notes.note(ada, { title: 'Lamp' });
    await notes.note(ada, { title: 'New', text: 'lamp' });
    await notes.note(ada, { title: 'Lampshade' });
    expect(await find(ada.client, 'lamp')).toEqual(['Lamp', 'Lampshade', 'New', 'Old']);
  });

  it('is of some types where they are named', async () => {
    await notes.note(ada, { title: 'Lamp note' });
    await notes.binder(ada, { title: 'Lamp binder' });
    expect(await find(ada.client, 'lamp', '&types=note')).toEqual(['Lamp note']);
    expect(await find(ada.client, 'lamp', '&types=binder,note')).toEqual(['Lamp binder', 'Lamp note']);
    expect(await find(ada.client, 'lamp', '&types=unheard_of')).toEqual([]);
  });

  it('is written with the change, and not without it', async () => {
    const note = await notes.note(ada, { title: 'First', text: 'apple' });
    await notes.change(ada, note, { title: 'Second' });
    expect([await find(ada.client, 'first'), await find(ada.client, 'second apple')]).toEqual([[], ['Second']]);
    await notes.change(ada, note, { text: 'pear' });
    expect([await find(ada.client, 'apple'), await find(ada.client, 'second pear')]).toEqual([[], ['Second']]);
    const failing = t.db.transaction(async () => {
      await t.app.get(Resources).change({ userId: ada.user.id }, note, { text: 'plum' });
      throw new Error('after all not');
    });
    await expect(failing).rejects.toThrow('after all not');
    expect([await find(ada.client, 'plum'), await find(ada.client, 'pear')]).toEqual([[], ['Second']]);
    await notes.remove(ada, note);
    expect(await find(ada.client, 'pear')).toEqual([]);
  });

  it('takes any text: longer than an index holds, with NUL, with words without end', async () => {
    const long = Array.from({ length: 40_000 }, (_, n) => `w${n.toString(36)}`).join(' ');
    const texts = [
      long,
      'a\0needle\0b',
      `${'x'.repeat(5000)} needle`,
      '\ud800 needle',
      'Needle 針 иголка',
      '﷽'.repeat(9000),
    ];
    for (const [n, text] of texts.entries()) await notes.note(ada, { title: `Text ${n}`, text });
    expect((await find(ada.client, 'needle')).sort()).toEqual(['Text 1', 'Text 2', 'Text 3', 'Text 4']);
    expect(await find(ada.client, 'иголка')).toEqual(['Text 4']);
    expect(await find(ada.client, 'w9')).toEqual(['Text 0']);
  });

  it('finds what the caller may view now, also by the folders above', async () => {
    const binder = await notes.binder(ada);
    await notes.note(ada, { title: 'Lamp', parentId: binder });
    expect(await find(bob.client, 'lamp')).toEqual([]);
    const { id } = await notes.share(ada, binder, bob, 'view', 'binder');
    expect(await find(bob.client, 'lamp')).toEqual(['Lamp']);
    await ada.client.delete(`/shares/${id}`);
    expect(await find(bob.client, 'lamp')).toEqual([]);
    const manager = await t.make.person({ permissions: [MANAGE_NOTES] });
    expect(await find(manager.client, 'lamp')).toEqual(['Lamp']);
  });

  it('finds nothing in the trash, and all again that comes back', async () => {
    const binder = await notes.binder(ada);
    await notes.note(ada, { title: 'Lamp', parentId: binder });
    await notes.trash(ada, binder, 'binder');
    expect(await find(ada.client, 'lamp')).toEqual([]);
    await ada.client.post(`/trash/binder/${binder}/restore`);
    expect([await find(ada.client, 'lamp'), await find(ada.client, 'lanp')]).toEqual([['Lamp'], ['Lamp']]);
  });

  it('answers by the words that the caller may view, and tells nothing of others', async () => {
    await notes.note(ada, { title: 'Blue paint' });
    const before = await ada.client.get('/search?q=piant');
    expect(before.body.count).toBe(1);
    // The misspelt word, one that begins with it and one nearer to it, in things that she may not view.
    for (const title of ['piant', 'piantola', 'pianta']) await notes.note(bob, { title });
    expect((await ada.client.get('/search?q=piant')).text).toBe(before.text);
    expect(await find(bob.client, 'piant')).toEqual(['piant', 'pianta', 'piantola']);
    expect(await find(bob.client, 'paint')).not.toContain('Blue paint');
  });

  it('has pages that stay right while resources are added, of two statements at most', async () => {
    for (let n = 0; n < 7; n++) await notes.note(ada, { title: `Lamp ${n}`, text: 'lamp '.repeat(n % 3) });
    const all = await find(ada.client, 'lamp');
    const add = () => notes.note(ada, { title: 'Lamp lamp lamp', text: 'lamp lamp' });
    const items = await walk<{ title: string }>(ada.client, '/search?q=lamp&limit=2', add);
    expect(items.map(({ title }) => title)).toEqual(all);
    for (const path of ['/search?q=lamp&limit=2', '/search?q=lanp+lamp']) {
      const statements = await statementsOf(/search_entries|resources|shares/, () => ada.client.get(path));
      expect(statements.length).toBeLessThanOrEqual(2);
    }
  });

  it('answers whatever is asked, and refuses what is no search', async () => {
    await notes.note(ada, { title: `The 100% "lamp" isn't a\\b` });
    const odd = [
      "'",
      '\\',
      `'':*`,
      '& | ! ( ) <->',
      'a & !b',
      ':*',
      '%',
      '*',
      '<script>',
      '𝕏',
      'the',
      "isn't",
      'a\\b',
      '🙂',
    ];
    for (const q of [...odd, '('.repeat(200), 'a '.repeat(99), '\u0301'.repeat(50), 'xy'.repeat(99)]) {
      const { status } = await ada.client.get(`/search?q=${encodeURIComponent(q)}`);
      expect([q, status]).toEqual([q, 200]);
    }
    for (const q of ['isn', 'a\\b', "isn't", '100', 'the']) expect(await find(ada.client, q)).toHaveLength(1);
    for (const q of ['', '   ', '\u202e', '\0', 'a\0b', 'x'.repeat(10_000), 'x'.repeat(201)]) {
      const refused = await ada.client.get(`/search?q=${encodeURIComponent(q)}`);
      expect([q, refused.status]).toEqual([q, 422]);
    }
    for (const more of [
      '',
      'q=a&types=',
      'q=a&types=A',
      'q=a&types=note;',
      'q=a&cursor=x',
      'q=a&limit=101',
      'q=a&q=b',
    ]) {
      const refused = await ada.client.get(`/search?${more}`);
      expect([more, refused.status]).toEqual([more, 422]);
    }
    expectProblem(await t.client.get('/search?q=lamp'), 401, 'unauthenticated');
  });

  it('forgets words that no text has any more', async () => {
    const note = await notes.note(ada, { title: 'Lamp', text: 'secretword' });
    await notes.change(ada, note, { text: 'other' });
    await t.db.query(`UPDATE search_terms SET checked_at = now() - interval '2 days'`);
    await t.app.get(Housekeeping).run('search.terms');
    const terms = await t.db.query<{ word: string }>('SELECT word FROM search_terms ORDER BY word');
    expect(terms.map(({ word }) => word)).toEqual(['lamp', 'other']);
    expect(await find(ada.client, 'othre')).toEqual(['Lamp']);
  });

  it('is proven by an invariant', async () => {
    const note = await notes.note(ada);
    const admin = await t.make.admin();
    const invariant = async () =>
      (await admin.client.get('/admin/invariants')).text.includes('it is not found as it is');
    expect(await invariant()).toBe(false);
    await t.db.query(`UPDATE search_entries SET title = 'Another' WHERE resource_id = $1`, [note]);
    expect(await invariant()).toBe(true);
  });
});
