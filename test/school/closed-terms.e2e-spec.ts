import { expectProblem } from '../commerce/catalog/support';
import { TestApp, workerApp } from '../support/app';
import type { Person } from '../support/make';
import { classOf, teacher, violations } from './support';

describe('the grades of a closed term', () => {
  let t: TestApp;
  let admin: Person;
  let ms: Person;
  let id: string;
  let at: Awaited<ReturnType<typeof classOf>>;
  beforeAll(async () => {
    t = await workerApp();
  });
  beforeEach(async () => {
    await t.reset();
    [admin, ms] = [await t.make.admin(), await teacher(t)];
    at = await classOf(t, ms);
    ({ id } = (await ms.client.post('/grades', at.input())).body);
  });
  afterEach(async () => expect(await violations(t)).toEqual([]));
  afterAll(() => t.stop());

  const close = () => admin.client.post(`/school/terms/${at.term.id}/close`);

  it('stay as they are for everybody, and are read', async () => {
    await close();
    for (const { client } of [ms, admin]) {
      expectProblem(await client.post('/grades', at.input()), 409, 'no_open_term');
      expectProblem(await client.post('/grades', at.input({ term_id: at.term.id })), 409, 'term_closed');
      expectProblem(await client.patch(`/grades/${id}`, { score: 1 }), 409, 'term_closed');
      expectProblem(await client.put(`/grades/${id}`, { subject: 'x', score: 1 }), 409, 'term_closed');
      expectProblem(await client.delete(`/grades/${id}`), 409, 'term_closed');
      expect((await client.get(`/grades/${id}`)).body).toMatchObject({ score: 87.25, version: 1 });
    }
  });

  it('may be put right once it is opened again', async () => {
    await close();
    await admin.client.post(`/school/terms/${at.term.id}/reopen`);
    expect((await ms.client.patch(`/grades/${id}`, { score: 1 })).status).toBe(200);
  });

  it.each([
    'UPDATE grades SET score_hundredths = 10000',
    'UPDATE grades SET deleted_at = now()',
    'DELETE FROM grades',
    `INSERT INTO grades (id, student_id, classroom_id, term_id, version, subject, score_hundredths, weight_hundredths, comments)
     SELECT gen_random_uuid(), student_id, classroom_id, term_id, 1, 'Art', 1, 1, '' FROM grades`,
  ])('stay so for straight SQL: %s', async (sql) => {
    await close();
    await expect(t.db.execute(sql)).rejects.toMatchObject({ constraint: 'ck_grades_term_open' });
  });

  it('are all older than its closing, whoever is faster', async () => {
    const [closed, ...answers] = await Promise.all([
      close(),
      ...Array.from({ length: 20 }, (_, n) => ms.client.patch(`/grades/${id}`, { score: n })),
    ]);
    expect(closed.status).toBe(200);
    expect(answers.every(({ status, body }) => status === 200 || body.code === 'term_closed')).toBe(true);
    const { body } = await ms.client.get(`/grades/${id}`);
    expect(body.updated_at <= closed.body.closed_at).toBe(true);
  });
});

describe('the history of grades', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await workerApp();
    const ms = await teacher(t);
    const { input } = await classOf(t, ms);
    await ms.client.post('/grades', input());
  });
  afterAll(() => t.stop());

  it.each([
    ['UPDATE grade_versions SET score_hundredths = 10000', 'ck_grade_versions_append_only'],
    ['DELETE FROM grade_versions', 'ck_grade_versions_append_only'],
    ['UPDATE grades SET score_hundredths = 10000', 'ck_grades_remembered'],
    ['UPDATE grades SET version = version + 1', 'ck_grades_remembered'],
    [
      `INSERT INTO grade_versions SELECT grade_id, 2, now(), subject, assessment, 1, 1, '', false, NULL, '' FROM grade_versions`,
      'ck_grades_remembered',
    ],
    [`UPDATE grades SET student_id = (SELECT teacher_id FROM classrooms)`, 'ck_grades_fixed'],
    ['DELETE FROM grades', 'fk_grade_versions_grade'],
    ['UPDATE grades SET score_hundredths = 10001', 'ck_grades_score'],
  ])('cannot be told otherwise: %s', async (sql, constraint) => {
    await expect(t.db.execute(sql)).rejects.toMatchObject({ constraint });
    expect(await violations(t)).toEqual([]);
  });
});
