import { textKey } from '../../src/core/kernel/text';
import { TestApp, workerApp } from '../support/app';

describe('what is the same to a person', () => {
  let t: TestApp;
  beforeAll(async () => (t = await workerApp()));
  afterAll(() => t.stop());

  const password = 'Sunny-Day-42';
  const register = (email: string, more: object = {}) =>
    t.client.post('/auth/register', { email, password, full_name: 'Mia Example', ...more });
  const login = (email: string, by = password) => t.client.post('/auth/login', { email, password: by });

  // Of characters that are newer than the database's tables it has no word.
  it('is the same to the database, at every character', async () => {
    const texts: string[] = [];
    for (let code = 1; code <= 0x10ffff; code++) {
      if (code >= 0xd800 && code <= 0xdfff) continue;
      texts.push(`a${String.fromCodePoint(code)}b`);
    }
    const rows = await t.db.query<{ given: string; key: string }>(
      'SELECT given, text_key(given) AS key FROM unnest($1::text[]) AS given WHERE unicode_assigned(given)',
      [texts],
    );
    expect(rows.length).toBeGreaterThan(150_000);
    const off = rows.filter(({ given, key }) => key !== textKey(given)).map(({ given }) => escape(given));
    expect(off).toEqual([]);
  });

  it.each([
    ['an international domain', 'mia@bücher.example', 'mia@xn--bcher-kva.example'],
    ['letters composed and not', 'jos\u00e9@forms.example', 'jose\u0301@forms.example'],
    ['other case', 'Lia@case.example', 'lia@CASE.example'],
    ['outer blanks', 'ada@blank.example', ' ada@blank.example '],
  ])('is one account by its address: %s', async (_, one, other) => {
    expect((await register(one)).status).toBe(201);
    expect(await register(other)).toMatchObject({ status: 409, body: { code: 'email_taken' } });
    for (const email of [one, other]) expect((await login(email)).status).toBe(200);
  });

  it('is one username, whatever the keyboard adds', async () => {
    expect((await register('blank@name.example', { username: ' Blankname ' })).body.username).toBe('Blankname');
    expect((await t.client.post('/auth/login', { username: 'blankname ', password })).status).toBe(200);
  });

  it('is one password in either form, also where it was hashed as typed', async () => {
    const [composed, apart] = ['Sunny-D\u00e1y-42', 'Sunny-Da\u0301y-42'];
    const { body } = await register('forms@password.example', { password: apart });
    for (const by of [composed, apart]) expect((await login('forms@password.example', by)).status).toBe(200);
    const { hash } = await import('@node-rs/argon2');
    const asTyped = await hash(apart, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
    await t.db.query('UPDATE password_credentials SET hash = $2 WHERE user_id = $1', [body.id, asTyped]);
    expect((await login('forms@password.example', composed)).status).toBe(401);
    expect((await login('forms@password.example', apart)).status).toBe(200);
    expect((await login('forms@password.example', composed)).status).toBe(200);
  });

  it.each(['\u200B', '\u202Eabc', 'a\nb', 'a\u2028b', '\u3164', 'a\u2066b'])(
    'is no name when it reads %j',
    async (name) => {
      expect((await register(`n${escape(name)}@x.example`.replaceAll('%', ''), { full_name: name })).status).toBe(422);
      const person = await t.make.person();
      expect((await person.client.patch('/users/me', { full_name: name })).status).toBe(422);
      const admin = await t.make.admin();
      expect((await admin.client.post('/categories', { name })).status).toBe(422);
      await person.client.post('/chat/rooms', { kind: 'public', name: 'unseen' });
      const said = await person.client.post('/chat/rooms/unseen/messages', { content: name });
      if (name.length === 1) expect(said.status).toBe(422);
    },
  );

  it('keeps what belongs to a name: composed, with its joiners, without outer blanks', async () => {
    const person = await t.make.person();
    const answer = await person.client.patch('/users/me', { full_name: ' Jose\u0301 می\u200cخواهم ' });
    expect(answer.body.full_name).toBe('Jos\u00e9 می\u200cخواهم');
  });

  it('is one category, one classroom, one term', async () => {
    const admin = await t.make.admin();
    const teacher = await t.make.person({ roles: ['teacher'] });
    const days = [
      ['2091-01-01', '2091-02-01'],
      ['2092-01-01', '2092-02-01'],
    ];
    const makers: [string, (name: string, n: number) => object][] = [
      ['/categories', (name) => ({ name })],
      ['/classrooms', (name) => ({ name, grade_level: 7, teacher_id: teacher.user.id })],
      ['/school/terms', (name, n) => ({ name, starts_on: days[n][0], ends_on: days[n][1] })],
    ];
    for (const [path, input] of makers) {
      expect((await admin.client.post(path, input('Desk lamps', 0))).status).toBe(201);
      for (const other of ['DESK LAMPS ', 'Desk\u00a0lamps', 'Desk la\u200Bmps']) {
        expect((await admin.client.post(path, input(other, 1))).status).toBe(409);
      }
    }
  });
});
