import { newId } from '../../src/core/kernel/runtime';
import { expectInvalid, expectProblem } from '../commerce/catalog/support';
import { TestApp, workerApp } from '../support/app';
import type { Person } from '../support/make';
import { mailsOf, mailTo } from '../support/mails';
import { classOf, expectLikeMissing, student, tally, teacher, violations } from './support';

describe('grading a classroom', () => {
  let t: TestApp;
  let admin: Person;
  let ms: Person;
  let ids: string[];
  let at: Awaited<ReturnType<typeof classOf>>;
  beforeAll(async () => {
    t = await workerApp();
  });
  beforeEach(async () => {
    await t.reset();
    [admin, ms] = [await t.make.admin(), await teacher(t)];
    at = await classOf(t, ms);
    ids = [at.own.user.id];
    for (let n = 0; n < 2; n++) ids.push((await t.make.enrollment({ classroomId: at.classroom.id })).studentId);
  });
  afterEach(async () => expect(await violations(t)).toEqual([]));
  afterAll(() => t.stop());

  const path = () => `/classrooms/${at.classroom.id}/grades/bulk`;
  const midterm = (...rows: object[]) => ({ subject: 'Art', assessment: 'Midterm', grades: rows });
  const row = (n: number, score: number, values: object = {}) => ({ student_id: ids[n], score, ...values });

  it('has a result for each row, and one that is refused keeps no other', async () => {
    const stranger = (await student(t)).user.id;
    await ms.client.post(path(), midterm(row(0, 50, { comments: 'Late.' }), row(1, 60)));
    const { status, body } = await ms.client.post(path(), {
      ...midterm(row(0, 55), row(1, 60), row(2, 70.5), { student_id: stranger, score: 1 }, row(2, 1)),
      reason: 'Read again.',
    });
    expect(status).toBe(200);
    expect(body.results).toEqual([
      { student_id: ids[0], status: 'updated', grade_id: expect.any(String), code: null },
      { student_id: ids[1], status: 'unchanged', grade_id: expect.any(String), code: null },
      { student_id: ids[2], status: 'created', grade_id: expect.any(String), code: null },
      { student_id: stranger, status: 'refused', grade_id: null, code: 'student_not_enrolled' },
      { student_id: ids[2], status: 'refused', grade_id: null, code: 'duplicate_student' },
    ]);
    const { items } = (await ms.client.get('/grades')).body;
    const scores = items.map((one: { student_id: string; score: number }) => [one.student_id, one.score]);
    expect(new Map(scores)).toEqual(
      new Map([
        [ids[0], 55],
        [ids[1], 60],
        [ids[2], 70.5],
      ] as [string, number][]),
    );
    const history = (await ms.client.get(`/grades/${body.results[0].grade_id}/history`)).body.items;
    expect(history[1]).toMatchObject({ score: 55, comments: 'Late.', reason: 'Read again.', actor_id: ms.user.id });
  });

  it('makes a grade for every row where the assessment has no name', async () => {
    const input = { subject: 'Art', weight: 0.5, grades: [row(0, 1)] };
    for (let n = 0; n < 2; n++) {
      expect((await ms.client.post(path(), input)).body.results).toMatchObject([{ status: 'created' }]);
    }
    const { items } = (await ms.client.get('/grades')).body;
    expect(items.map(({ weight }: { weight: number }) => weight)).toEqual([0.5, 0.5]);
  });

  it('refuses a row whose grade is no longer the one that was read', async () => {
    await ms.client.post(path(), midterm(row(0, 50), row(1, 60)));
    const { body } = await ms.client.post(
      path(),
      midterm(row(0, 55, { version: 1 }), row(1, 65, { version: 0 }), row(2, 70, { version: 0 })),
    );
    expect(body.results).toMatchObject([
      { status: 'updated', code: null },
      { status: 'refused', code: 'precondition_failed' },
      { status: 'created', code: null },
    ]);
    const again = await ms.client.post(path(), midterm(row(0, 1, { version: 1 }), row(2, 2, { version: 3 })));
    expect(again.body.results.map(({ code }: { code: string }) => code)).toEqual([
      'precondition_failed',
      'precondition_failed',
    ]);
    const { items } = (await ms.client.get('/grades')).body;
    expect(items.map(({ score }: { score: number }) => score).sort()).toEqual([55, 60, 70]);
  });

  it('by several at once makes one grade for each student', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) => ms.client.post(path(), midterm(row(0, n), row(1, n), row(2, n)))),
    );
    expect(tally(answers)).toEqual({ 200: 10 });
    const { items } = (await ms.client.get('/grades')).body;
    expect(items).toHaveLength(3);
    expect(new Set(items.map(({ version }: { version: number }) => version))).toEqual(new Set([10]));
  });

  it('while grades are given and changed one by one never breaks', async () => {
    const { results } = (await ms.client.post(path(), midterm(row(0, 1), row(1, 1)))).body;
    const answers = await Promise.all(
      Array.from({ length: 24 }, (_, n) => {
        if (n % 3 === 0) return ms.client.post(path(), midterm(row(1, n), row(0, n)));
        if (n % 3 === 1) return ms.client.patch(`/grades/${results[n % 2].grade_id}`, { score: n });
        return ms.client.post('/grades', at.input({ assessment: `Oral ${n}` }));
      }),
    );
    expect(tally(answers)).toEqual({ 200: 16, 201: 8 });
  });

  it('refuses the whole when a row is malformed', async () => {
    expectInvalid(await ms.client.post(path(), midterm(row(0, 1), row(1, 100.01))), 'grades.1.score');
    expectInvalid(
      await ms.client.post(path(), midterm(row(0, 1), { student_id: 'x', score: 1 })),
      'grades.1.student_id',
    );
    expectInvalid(await ms.client.post(path(), midterm()), 'grades');
    expect((await ms.client.get('/grades')).body.items).toEqual([]);
  });

  it('is for its teacher and who manages the school', async () => {
    const body = midterm(row(0, 1));
    await expectLikeMissing((await teacher(t)).client, 'POST', '/classrooms/ID/grades/bulk', at.classroom.id, body);
    expectProblem(await at.own.client.post(path(), body), 403, 'forbidden');
    expectProblem(await t.client.post(path(), body), 401, 'unauthenticated');
    expect((await admin.client.post(path(), body)).status).toBe(200);
  });

  it('knows terms', async () => {
    const body = midterm(row(0, 1));
    expectProblem(await ms.client.post(path(), { ...body, term_id: newId() }), 404, 'term_not_found');
    await admin.client.post(`/school/terms/${at.term.id}/close`);
    expectProblem(await ms.client.post(path(), { ...body, term_id: at.term.id }), 409, 'term_closed');
    expectProblem(await ms.client.post(path(), body), 409, 'no_open_term');
  });

  it('mails each student once', async () => {
    await ms.client.post(path(), midterm(row(0, 1), row(1, 2)));
    const [{ email }] = await t.db.query<{ email: string }>('SELECT email FROM users WHERE id = $1', [ids[1]]);
    await mailTo(t, email, /grades/);
    await mailTo(t, at.own.user.email, /grades/);
    expect(mailsOf(t).filter(({ to }) => to.includes(email) || to.includes(at.own.user.email))).toHaveLength(2);
  });
});
