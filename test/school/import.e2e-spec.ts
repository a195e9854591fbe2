import { TestApp, workerApp } from '../support/app';
import type { Answer, Client } from '../support/client';
import { dayIn, Person } from '../support/make';
import { actionsOn, violations } from './support';

const CSV = { 'content-type': 'text/csv' };
const KINDS = ['students', 'classrooms', 'enrollments', 'grades'];

describe('the import of CSV', () => {
  let t: TestApp;
  let admin: Person;
  beforeAll(async () => (t = await workerApp()));
  afterAll(() => t.stop());
  beforeEach(async () => {
    await t.reset();
    admin = await t.make.admin();
  });

  const load = (kind: string, text: string, query = '', client: Client = admin.client): Promise<Answer> =>
    client.call('POST', `/school/import?kind=${kind}${query}`, { body: text, headers: CSV });
  const dump = async (kind: string): Promise<string> => (await admin.client.get(`/school/export?kind=${kind}`)).text;
  const errorsOf = ({ body }: Answer): string[] =>
    body.errors.map(({ line, column, code }: any) => `${line} ${column} ${code}`);
  const issuesOf = ({ body }: Answer): string[] => body.errors.map(({ field, code }: any) => `${field} ${code}`);
  const count = async (table: string): Promise<number> =>
    (await t.db.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`))[0].n;

  /** A teacher, two students, two classrooms, both students in the first. */
  async function school(): Promise<void> {
    await t.make.user({ email: 'ada@school.test', roles: ['teacher'] });
    await t.make.term({ name: 'Autumn' });
    await load('students', 'email,full_name\ntomas@school.test,Tomás Herrera\nsana@school.test,Sana Malik\n');
    await load(
      'classrooms',
      'name,grade_level,teacher_email,capacity\n7b,7,ada@school.test,2\n8a,8,ada@school.test,\n',
    );
    await load('enrollments', 'classroom,student_email\n7b,tomas@school.test\n7b,sana@school.test\n');
  }

  it('fills an empty school, kind by kind, and finds nothing to do the second time', async () => {
    await school();
    const grades =
      'student_email,classroom,subject,assessment,score,weight\ntomas@school.test,7b,Art,Midterm,87.25,2\n';
    expect((await load('grades', grades)).body).toEqual({
      kind: 'grades',
      rows: 1,
      created: 1,
      updated: 0,
      dry_run: false,
    });
    for (const kind of KINDS) {
      const { status, body } = await load(kind, await dump(kind));
      expect([status, body.created, body.updated]).toEqual([200, 0, 0]);
    }
    expect(await violations(t)).toEqual([]);
    expect(await actionsOn(t, 'school:grades')).toEqual(['school.imported', 'school.exported', 'school.imported']);
  });

  it('reads grades as a spreadsheet saves them, and asks about a number that may mean two things', async () => {
    await school();
    const head = 'sep=;\r\nstudent_email;classroom;subject;score;weight;;\r\n';
    const file = `${head} tomas@school.test ;7b ;Art;88,5;1;;\r\n;;;;;;\r\nsana@school.test;7b;Art;"90,25";0,5;;\r\n`;
    expect((await load('grades', file)).body).toMatchObject({ rows: 2, created: 2 });
    const scores = await t.db.query('SELECT score_hundredths AS n FROM grades ORDER BY 1');
    expect(scores.map(({ n }: any) => Number(n))).toEqual([8850, 9025]);
    const asked = await load('grades', `${head}tomas@school.test;7b;Music;1,234;1;;\r\n`);
    expect([asked.status, errorsOf(asked)]).toEqual([422, ['3 score ambiguous']]);
    const day = await load('enrollments', 'classroom;student_email;enrolled_on\r\n8a;sana@school.test;03/04/2026\r\n');
    expect([day.status, errorsOf(day)]).toEqual([422, ['2 enrolled_on day']]);
  });

  it('tells names that are one by the line, whatever letters they are made of', async () => {
    await school();
    const head = 'name,grade_level,teacher_email\n';
    const twice = await load('classrooms', `${head}Lamps,7,ada@school.test\nla\u200bmps ,7,ada@school.test\n`);
    expect([twice.status, errorsOf(twice)]).toEqual([422, ['3 name duplicate']]);
    const dotted = await load('classrooms', `${head}İ123,7,ada@school.test\ni123,7,ada@school.test\n`);
    expect([dotted.status, dotted.body.created]).toEqual([200, 2]);
    await admin.client.post('/school/terms', { name: 'İlkbahar 2091', starts_on: '2091-01-01', ends_on: '2091-03-01' });
    await load('enrollments', 'classroom,student_email,enrolled_on\nİ123,sana@school.test,2026-01-01\n');
    const grades = 'student_email,classroom,term,subject,score\n';
    const row = await load('grades', `${grades}sana@school.test,İ123,İlkbahar 2091,Art,80\n`);
    expect(row.body).toMatchObject({ created: 1 });
    expect((await load('grades', await dump('grades'))).body).toMatchObject({ created: 0, updated: 0 });
  });

  it('says what it would do by a dry run, and does nothing', async () => {
    const file = 'email,full_name\nsana@school.test,Sana Malik\n';
    const before = await count('users');
    expect((await load('students', file, '&dry_run=true')).body).toMatchObject({ created: 1, dry_run: true });
    expect(await count('users')).toBe(before);
    expect((await load('students', file)).body).toMatchObject({ created: 1, dry_run: false });
  });

  it('changes what differs, once', async () => {
    await school();
    const students = 'email,full_name,username\nSANA@school.test,Sana Malik-Roy,sana\n';
    expect((await load('students', students)).body).toMatchObject({ created: 0, updated: 1 });
    expect((await load('students', students)).body).toMatchObject({ created: 0, updated: 0 });
    const { body } = await admin.client.get('/classrooms?q=7b');
    await admin.client.get(`/classrooms/${body.items[0].id}`); // cached
    expect(
      (await load('classrooms', 'name,grade_level,teacher_email,capacity\n7B,9,ada@school.test,5\n')).body,
    ).toMatchObject({ updated: 1 });
    expect((await admin.client.get(`/classrooms/${body.items[0].id}`)).body).toMatchObject({
      name: '7B',
      grade_level: 9,
    });
    expect(
      (await load('enrollments', `classroom,student_email,withdrawn_on\n7b,sana@school.test,${dayIn(0)}\n`)).body,
    ).toMatchObject({
      updated: 1,
    });
    const grades = (score: number): string =>
      `student_email,classroom,subject,assessment,score\ntomas@school.test,7b,Art,Midterm,${score}\n`;
    await load('grades', grades(80));
    expect((await load('grades', grades(81))).body).toMatchObject({ created: 0, updated: 1 });
    const [grade] = (await admin.client.get('/grades')).body.items;
    const { items } = (await admin.client.get(`/grades/${grade.id}/history`)).body;
    expect(items.map((one: any) => [one.score, one.actor_id, one.reason])).toEqual([
      [80, admin.user.id, 'Imported.'],
      [81, admin.user.id, 'Imported.'],
    ]);
  });

  it('reads what spreadsheets write: BOM, semicolons, CRLF, Latin-1, quotes, headers in capitals', async () => {
    const rows = 'Email;FULL_NAME\r\n"tomas@school.test";"Herrera, Tomás"\r\n\r\n';
    expect((await load('students', `\uFEFF${rows}`)).body).toMatchObject({ rows: 1, created: 1 });
    const latin = await fetch(`${t.url}/api/v1/school/import?kind=students`, {
      method: 'POST',
      headers: { ...CSV, authorization: `Bearer ${admin.accessToken}` },
      body: Buffer.from('email\tfull_name\nzoe@school.test\tZoë\n', 'latin1'),
    });
    expect(latin.status).toBe(200);
    expect(await dump('students')).toContain('tomas@school.test,"Herrera, Tomás",');
    expect(await dump('students')).toContain('zoe@school.test,Zoë,');
  });

  it('names every error by line and column, and keeps nothing', async () => {
    await school();
    const answer = await load(
      'students',
      'email,full_name,username\nnew@school.test,New,\nbad,,x\nnew@school.test,Again,\nada@school.test,Ada,\nshort@school.test\n',
    );
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({ code: 'import_refused', total: 6 });
    expect(errorsOf(answer)).toEqual([
      '3 email email',
      '3 full_name text',
      '3 username min_length',
      '4 email duplicate',
      '5 email not_a_student',
      '6 null cells',
    ]);
    expect(await dump('students')).not.toContain('new@school.test');
  });

  it.each([
    ['', 'missing_header'],
    ['email,full_name,age\n', 'unknown_column'],
    ['email,full_name,Email\n', 'duplicate_column'],
    ['email\n', 'missing_column'],
    ['email,full_name\n"a', 'csv'],
    ['__proto__,email,full_name\n', 'unknown_column'],
  ])('refuses the file %j: %s', async (file, code) => {
    const answer = await load('students', file);
    expect([answer.status, answer.body.errors?.[0].code]).toEqual([422, code]);
  });

  it('holds every rule of the school', async () => {
    await school();
    expect(
      errorsOf(
        await load(
          'classrooms',
          'name,grade_level,teacher_email,capacity\n9c,9,sana@school.test,\n7b,7,ada@school.test,1\n9d,14,ada@school.test,\n',
        ),
      ),
    ).toEqual(['2 teacher_email teacher', '3 capacity capacity_too_small', '4 grade_level max']);
    await load('students', 'email,full_name\nthird@school.test,Third\n');
    expect(
      errorsOf(
        await load(
          'enrollments',
          'classroom,student_email\n7b,third@school.test\nno,third@school.test\n8a,ada@school.test\n',
        ),
      ),
    ).toEqual(['2 classroom classroom_full', '3 classroom classroom_not_found', '4 student_email student']);
    const header = 'student_email,classroom,term,subject,assessment,score\n';
    const bad = [
      'tomas@school.test,8a,,Art,A,50', // not in it
      'tomas@school.test,7b,Never,Art,A,50',
      'tomas@school.test,7b,,Art,A,100.01',
      'tomas@school.test,7b,,Art,A,-0.01',
      'tomas@school.test,7b,,Art,A,NaN',
      'tomas@school.test,7b,,Art,A,A',
      'tomas@school.test,7b,,Art,A,50.001',
      'tomas@school.test,7b,,Art,B,50',
      'tomas@school.test,7b,,Art,B,51',
    ];
    expect(
      errorsOf(await load('grades', header + bad.join('\n'))).map((one) => one.split(' ').slice(0, 2).join(' ')),
    ).toEqual(['2 student_email', '3 term', '4 score', '5 score', '6 score', '7 score', '8 score', '10 assessment']);
    expect(await count('grades')).toBe(0);
  });

  it('leaves a closed term as it is: its grades and enrolments', async () => {
    await school();
    const grades = 'student_email,classroom,term,subject,assessment,score\ntomas@school.test,7b,Autumn,Art,A,50\n';
    await load('grades', grades);
    const { body } = await admin.client.get('/school/terms');
    await admin.client.post(`/school/terms/${body.items[0].id}/close`);
    expect((await load('grades', grades)).status).toBe(200);
    expect(errorsOf(await load('grades', grades.replace(',50', ',51')))).toEqual(['2 term term_closed']);
    expect(errorsOf(await load('grades', grades.replace(',A,', ',B,')))).toEqual(['2 term term_closed']);
    expect(errorsOf(await load('enrollments', 'classroom,student_email\n8a,sana@school.test\n'))).toEqual([
      '2 null term_closed',
    ]);
    expect(
      errorsOf(await load('enrollments', `classroom,student_email,withdrawn_on\n7b,sana@school.test,${dayIn(0)}\n`)),
    ).toEqual(['2 null term_closed']);
  });

  it('undoes 9,999 good rows for one bad one, and takes 10,000 good ones', async () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => `s${index}@school.test,Student ${index}`);
    const file = (lines: string[]): string => `email,full_name\n${lines.join('\n')}\n`;
    const before = await count('users');
    const refused = await load('students', file(rows.with(7_000, 's7000@school.test,')));
    expect(errorsOf(refused)).toEqual(['7002 full_name text']);
    expect(await count('users')).toBe(before);
    expect((await load('students', file(rows))).body).toMatchObject({ rows: 10_000, created: 10_000 });
    expect((await load('students', file(rows.map((row) => row.replace('@', 'x'))))).body).toMatchObject({
      total: 10_000,
    });
  }, 120_000);

  it('undoes 9,999 good grades for one bad one, and takes 10,000 good ones with a history each', async () => {
    await school();
    const rows = Array.from({ length: 10_000 }, (_, index) => {
      const [student, test] = [index % 2 ? 'sana' : 'tomas', Math.floor(index / 2)];
      return `${student}@school.test,7b,Art,Test ${test},${(index % 10_001) / 100}`;
    });
    const file = (lines: string[]): string => `student_email,classroom,subject,assessment,score\n${lines.join('\n')}\n`;
    const refused = await load('grades', file(rows.with(9_990, rows[9_990].replace(/[^,]*$/, '100.01'))));
    expect(errorsOf(refused)).toEqual(['9992 score max']);
    expect([await count('grades'), await count('grade_versions')]).toEqual([0, 0]);
    expect((await load('grades', file(rows))).body).toMatchObject({ rows: 10_000, created: 10_000 });
    expect([await count('grades'), await count('grade_versions')]).toEqual([10_000, 10_000]);
    expect(await violations(t)).toEqual([]);
  }, 120_000);

  it('carries a school over: what is exported fills an empty one to the same state', async () => {
    await school();
    await load('students', 'email,full_name\nformula@school.test,"=1+1, ""Łukasz"""\n');
    await load(
      'enrollments',
      `classroom,student_email,enrolled_on,withdrawn_on\n8a,formula@school.test,${dayIn(-9)},${dayIn(-2)}\n`,
    );
    const rows = [
      'tomas@school.test,7b,Art,Midterm,87.25,2,"two\nlines"',
      'sana@school.test,7b,Art,,10.5,1,',
      'sana@school.test,7b,Art,,0,0.5,-',
      'formula@school.test,8a,Art,Old,66,1,',
    ];
    expect(
      (await load('grades', `student_email,classroom,subject,assessment,score,weight,comments\n${rows.join('\n')}\n`))
        .body,
    ).toMatchObject({ created: 4 });
    const files = await Promise.all(KINDS.map(dump));
    expect(files[0]).toContain(`"'=1+1, ""Łukasz"""`);
    await t.reset();
    admin = await t.make.admin();
    await t.make.user({ email: 'ada@school.test', roles: ['teacher'] });
    await t.make.term({ name: 'Autumn' });
    for (const [index, kind] of KINDS.entries()) expect((await load(kind, files[index])).status).toBe(200);
    expect(await Promise.all(KINDS.map(dump))).toEqual(files);
    expect(await violations(t)).toEqual([]);
  });

  it('lets nobody but the office in, and reads nothing but CSV', async () => {
    const teacher = await t.make.person({ roles: ['teacher'] });
    const file = 'email,full_name\nx@school.test,X\n';
    expect((await load('students', file, '', teacher.client)).status).toBe(403);
    expect((await teacher.client.get('/school/export?kind=students')).status).toBe(403);
    expect((await load('students', file, '', t.client)).status).toBe(401);
    expect((await admin.client.post('/school/import?kind=students', {})).status).toBe(415);
    expect((await admin.client.call('POST', '/classrooms', { body: file, headers: CSV })).status).toBe(415);
    expect((await load('pupils', file)).status).toBe(422);
    expect((await load('students', 'x'.repeat(16_777_217))).status).toBe(413);
  });

  it('takes the file of a form just as well, and no other form', async () => {
    const file = new Blob(['email,full_name\nx@school.test,Łucja\n'], { type: 'text/csv' });
    const send = async (parts: [string, string | Blob][], headers: Record<string, string> = {}): Promise<Answer> => {
      const form = new FormData();
      for (const [name, value] of parts) {
        if (typeof value === 'string') form.append(name, value);
        else form.append(name, value, 'students.csv');
      }
      const url = `${t.url}/api/v1/school/import?kind=students`;
      const response = await fetch(url, { method: 'POST', headers: { ...admin.client.given, ...headers }, body: form });
      const text = await response.text();
      return { status: response.status, headers: response.headers, text, body: JSON.parse(text) };
    };
    expect(issuesOf(await send([]))).toEqual(['file required']);
    expect(issuesOf(await send([['file', 'email']]))).toEqual(['file unknown']);
    expect(
      issuesOf(
        await send([
          ['file', file],
          ['kind', 'grades'],
        ]),
      ),
    ).toEqual(['kind unknown']);
    expect(issuesOf(await send([['other', file]]))).toEqual(['other unknown']);
    expect((await send([['file', new Blob(['x'.repeat(16_777_217)])]])).status).toBe(413);
    expect(await count('users')).toBe(1);
    const key = { 'idempotency-key': 'f1' };
    expect((await send([['file', file]], key)).body).toMatchObject({ rows: 1, created: 1 });
    expect((await send([['file', file]], key)).headers.get('idempotency-replayed')).toBe('true');
    expect(await dump('students')).toContain('x@school.test,Łucja');
    expect(errorsOf(await send([['file', new Blob(['email,full_name\nnobody,Y\n'])]]))).toEqual(['2 email email']);
  });

  it('is done once under one Idempotency-Key, and refuses the key for another file', async () => {
    const keyed = (text: string) =>
      admin.client.call('POST', '/school/import?kind=students', {
        body: text,
        headers: { ...CSV, 'idempotency-key': 'k1' },
      });
    const file = 'email,full_name\nx@school.test,X\n';
    expect((await keyed(file)).body).toMatchObject({ created: 1 });
    expect((await keyed(file)).body).toMatchObject({ created: 1 });
    expect((await keyed(file.replace('x@', 'y@'))).body.code).toBe('idempotency_key_reused');
  });
});
