import { newId } from '../../src/core/kernel/runtime';
import { expectInvalid, expectProblem } from '../commerce/catalog/support';
import { startApp, TestApp, workerApp } from '../support/app';
import { mailsOf, mailTo } from '../support/mails';
import { dayIn, Person } from '../support/make';
import { actionsOn, classOf, expectLikeMissing, student, tally, teacher, violations } from './support';

describe('grades', () => {
  let t: TestApp;
  let admin: Person;
  let ms: Person;
  let mr: Person;
  let own: Person;
  let at: Awaited<ReturnType<typeof classOf>>;
  beforeAll(async () => {
    t = await workerApp();
  });
  beforeEach(async () => {
    await t.reset();
    [admin, ms, mr] = [await t.make.admin(), await teacher(t), await teacher(t)];
    at = await classOf(t, ms);
    own = at.own;
  });
  afterEach(async () => expect(await violations(t)).toEqual([]));
  afterAll(() => t.stop());

  const give = async (values: object = {}, { client } = ms) => {
    const answer = await client.post('/grades', at.input(values));
    expect(answer.status).toBe(201);
    return answer.body;
  };
  const idsSeenBy = async ({ client }: Person, query = '') =>
    (await client.get(`/grades?${query}`)).body.items.map(({ id }: { id: string }) => id);

  it('are given by the classroom’s teacher, in today’s term', async () => {
    expect(await give()).toEqual({
      id: expect.any(String),
      ...at.input(),
      term_id: at.term.id,
      assessment: null,
      weight: 1,
      version: 1,
      created_at: expect.any(String),
      updated_at: expect.any(String),
    });
  });

  it.each([0, 100, 0.01, 99.99, 87.1, '87.25', '100.00', 1e1])('are exact: %p', async (score) => {
    const { id, score: answered } = await give({ score });
    expect(answered).toBe(Number(score));
    const [row] = await t.db.query('SELECT score_hundredths AS n FROM grades WHERE id = $1', [id]);
    expect(row.n).toBe(Math.round(Number(score) * 100));
  });

  it.each([-0.01, 100.01, 87.255, 0.001, 'A', 'NaN', '', '1e1', '99.999999999999999', null, true, [], {}])(
    'refuse the score %p',
    async (score) => {
      expectInvalid(await ms.client.post('/grades', at.input({ score })), 'score');
      const { id } = await give();
      expectInvalid(await ms.client.patch(`/grades/${id}`, { score }), 'score');
    },
  );

  it('refuse what is no JSON number', async () => {
    const text = JSON.stringify(at.input()).replace('87.25', 'NaN');
    expectProblem(await ms.client.post('/grades', text), 400, 'malformed_json');
  });

  it.each([
    ['subject', { subject: ' ' }],
    ['weight', { weight: 0 }],
    ['weight', { weight: 100.01 }],
    ['comments', { comments: 'x'.repeat(2001) }],
    ['student_id', { student_id: 'x' }],
    ['version', { version: 2 }],
  ])('refuse a wrong %s', async (field, wrong) => {
    expectInvalid(await ms.client.post('/grades', at.input(wrong)), field);
  });

  describe('changing', () => {
    it('replaces or changes, and every value is kept with who and why', async () => {
      const { id } = await give();
      const path = `/grades/${id}`;
      const patched = await ms.client.patch(path, { score: 90, reason: 'Question 4 counted twice.' });
      expect(patched).toMatchObject({ status: 200, body: { score: 90, comments: 'Well argued.', version: 2 } });
      const replaced = await admin.client.put(path, { subject: 'Algebra', score: '91.5', weight: 2 });
      expect(replaced.body).toMatchObject({ subject: 'Algebra', score: 91.5, weight: 2, comments: '', version: 3 });
      const { items } = (await own.client.get(`${path}/history`)).body;
      expect(items).toMatchObject([
        { version: 1, score: 87.25, actor_id: ms.user.id, actor_name: ms.user.fullName, reason: '' },
        { version: 2, score: 90, actor_id: ms.user.id, reason: 'Question 4 counted twice.', deleted: false },
        { version: 3, score: 91.5, subject: 'Algebra', actor_id: admin.user.id },
      ]);
      expect(await actionsOn(t, `grade:${id}`)).toEqual([
        'school.grade-created',
        'school.grade-updated',
        'school.grade-updated',
      ]);
      const [{ facts }] = await t.db.query(
        `SELECT facts FROM audit_entries WHERE target = $1 AND action = 'school.grade-updated' ORDER BY id LIMIT 1`,
        [`grade:${id}`],
      );
      expect(facts).toMatchObject({ old: { score: 87.25 }, new: { score: 90 } });
    });

    it('to the same makes no version', async () => {
      const { id } = await give();
      expect((await ms.client.patch(`/grades/${id}`, { score: '87.250' })).body.version).toBe(1);
    });

    it('is done by one of two who read the same', async () => {
      const { id } = await give();
      const match = { 'if-match': (await ms.client.get(`/grades/${id}`)).headers.get('etag') ?? '' };
      const answers = await Promise.all([
        ms.client.patch(`/grades/${id}`, { score: 1 }, match),
        admin.client.patch(`/grades/${id}`, { score: 2 }, match),
      ]);
      expect(tally(answers)).toEqual({ 200: 1, 412: 1 });
      const { items } = (await ms.client.get(`/grades/${id}/history`)).body;
      expect(items).toHaveLength(2);
    });

    it('by many at once makes a version each', async () => {
      const { id } = await give();
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, n) => ms.client.patch(`/grades/${id}`, { score: n })),
      );
      expect(tally(answers)).toEqual({ 200: 20 });
      const { items } = (await ms.client.get(`/grades/${id}/history?limit=100`)).body;
      expect(items.map(({ version }: { version: number }) => version)).toEqual(
        Array.from({ length: 21 }, (_, n) => n + 1),
      );
    });

    it('deletes, and the history stays', async () => {
      const { id } = await give();
      expect((await ms.client.delete(`/grades/${id}?reason=Wrong%20student`)).status).toBe(204);
      expectProblem(await ms.client.get(`/grades/${id}`), 404, 'grade_not_found');
      expectProblem(await ms.client.patch(`/grades/${id}`, { score: 1 }), 404, 'grade_not_found');
      expectProblem(await ms.client.delete(`/grades/${id}`), 404, 'grade_not_found');
      expect(await idsSeenBy(own)).toEqual([]);
      const { items } = (await own.client.get(`/grades/${id}/history`)).body;
      expect(items[1]).toMatchObject({ version: 2, deleted: true, reason: 'Wrong student', score: 87.25 });
    });
  });

  it('have a history page by page', async () => {
    const { id } = await give();
    for (const score of [1, 2]) await ms.client.patch(`/grades/${id}`, { score });
    const first = (await ms.client.get(`/grades/${id}/history?limit=2`)).body;
    const second = (await ms.client.get(`/grades/${id}/history?limit=2&cursor=${first.next_cursor}`)).body;
    const versions = [...first.items, ...second.items].map(({ version }: { version: number }) => version);
    expect([versions, second.next_cursor]).toEqual([[1, 2, 3], null]);
    expectInvalid(await ms.client.get(`/grades/${id}/history?cursor=x`), 'cursor');
  });

  it('are shown as they were at any instant', async () => {
    const { id } = await give();
    await ms.client.patch(`/grades/${id}`, { score: 10, subject: 'Algebra' });
    await ms.client.delete(`/grades/${id}`);
    // Apart from each other, whatever the speed of the machine.
    await t.db.execute('ALTER TABLE grade_versions DISABLE TRIGGER USER');
    await t.db.execute(
      `UPDATE grade_versions SET created_at = '2031-01-01T00:00:00.500Z'::timestamptz + version * interval '1 day'`,
    );
    await t.db.execute('ALTER TABLE grade_versions ENABLE TRIGGER USER');
    const then = (day: string) => `as_of=2031-01-0${day}Z`;
    const one = (day: string) => own.client.get(`/grades/${id}?${then(day)}`);
    expectProblem(await one('2T00:00:00.499'), 404, 'grade_not_found');
    expect((await one('2T00:00:00.5')).body).toMatchObject({
      score: 87.25,
      version: 1,
      updated_at: '2031-01-02T00:00:00.500Z',
    });
    expect((await one('3T12:00')).body).toMatchObject({ score: 10, version: 2, subject: 'Algebra' });
    expectProblem(await one('4T12:00'), 404, 'grade_not_found');
    expect(await idsSeenBy(own, then('2T12:00'))).toEqual([id]);
    expect(await idsSeenBy(own, `${then('2T12:00')}&subject=Algebra`)).toEqual([]);
    expect(await idsSeenBy(own, `${then('3T12:00')}&subject=Algebra`)).toEqual([id]);
    expect(await idsSeenBy(own, then('1T12:00'))).toEqual([]);
    expect(await idsSeenBy(mr, then('3T12:00'))).toEqual([]);
    await expectLikeMissing(mr.client, 'GET', `/grades/ID?${then('3T12:00')}`, id);
    expectInvalid(await own.client.get('/grades?as_of=yesterday'), 'as_of');
    await t.db.execute('ALTER TABLE grades DISABLE TRIGGER USER');
    await t.db.execute(`UPDATE grades SET updated_at = (SELECT max(created_at) FROM grade_versions)`);
    await t.db.execute('ALTER TABLE grades ENABLE TRIGGER USER');
  });

  it('are listed newest first, filtered and page by page', async () => {
    const [a, b, c] = [await give(), await give({ subject: 'Art' }), await give()];
    expect(await idsSeenBy(ms)).toEqual([c.id, b.id, a.id]);
    expect(await idsSeenBy(ms, 'subject=Art')).toEqual([b.id]);
    expect(await idsSeenBy(ms, `student_id=${own.user.id}&classroom_id=${at.classroom.id}&limit=1`)).toEqual([c.id]);
    expect(await idsSeenBy(ms, `term_id=${newId()}`)).toEqual([]);
    const { next_cursor: cursor } = (await ms.client.get('/grades?limit=2')).body;
    await give();
    expect(await idsSeenBy(ms, `limit=2&cursor=${cursor}`)).toEqual([a.id]);
    expectInvalid(await ms.client.get('/grades?cursor=x'), 'cursor');
  });

  describe('who sees and writes them', () => {
    it('students see their own, teachers those of their classrooms, who manages the school all', async () => {
      const { id } = await give();
      const other = await classOf({ ...t, make: Object.assign(Object.create(t.make), { term: () => at.term }) }, mr);
      const { id: elsewhere } = (await mr.client.post('/grades', other.input())).body;
      expect(await idsSeenBy(own)).toEqual([id]);
      expect(await idsSeenBy(other.own)).toEqual([elsewhere]);
      expect(await idsSeenBy(ms)).toEqual([id]);
      expect(await idsSeenBy(mr)).toEqual([elsewhere]);
      expect(await idsSeenBy(admin)).toEqual([elsewhere, id]);
      expect(await idsSeenBy(await t.make.person())).toEqual([]);
      expect(await idsSeenBy(own, `student_id=${other.own.user.id}`)).toEqual([]);
      for (const { client } of [own, ms, admin]) expect((await client.get(`/grades/${id}`)).status).toBe(200);
    });

    it('a stranger’s look like missing ones, and stay', async () => {
      const { id } = await give();
      for (const { client } of [mr, await student(t), await t.make.person()]) {
        await expectLikeMissing(client, 'GET', '/grades/ID', id);
        await expectLikeMissing(client, 'GET', '/grades/ID/history', id);
      }
      await expectLikeMissing(mr.client, 'PATCH', '/grades/ID', id, { score: 1 });
      await expectLikeMissing(mr.client, 'PUT', '/grades/ID', id, { subject: 'x', score: 1 });
      await expectLikeMissing(mr.client, 'DELETE', '/grades/ID', id);
      expect((await ms.client.get(`/grades/${id}`)).body).toMatchObject({ score: 87.25, version: 1 });
    });

    it('nobody but a teacher writes, not even their own', async () => {
      const { id } = await give();
      for (const { client } of [own, await t.make.person()]) {
        expectProblem(await client.post('/grades', at.input()), 403, 'forbidden');
        expectProblem(await client.patch(`/grades/${id}`, { score: 100 }), 403, 'forbidden');
        expectProblem(await client.put(`/grades/${id}`, { subject: 'x', score: 100 }), 403, 'forbidden');
        expectProblem(await client.delete(`/grades/${id}`), 403, 'forbidden');
      }
      expectProblem(await t.client.get('/grades'), 401, 'unauthenticated');
      expectProblem(await t.client.get(`/grades/${id}`), 401, 'unauthenticated');
    });

    it('another teacher’s classroom is a missing one', async () => {
      const { id: studentId } = own.user;
      const there = await mr.client.post('/grades', at.input());
      const missing = await mr.client.post('/grades', at.input({ classroom_id: newId() }));
      const bare = ({ status, body: { request_id: _, ...body } }: typeof there) => ({ status, body });
      expect(bare(there)).toEqual(bare(missing));
      expectProblem(there, 404, 'classroom_not_found');
      expect(await idsSeenBy(admin, `student_id=${studentId}`)).toEqual([]);
    });

    it('a teacher who loses the classroom loses them with the answer, on every instance', async () => {
      const two = await startApp(t.env);
      const there = two.client.as(ms.accessToken);
      const { id } = await give();
      expect((await there.get(`/classrooms/${at.classroom.id}`)).body.teacher_id).toBe(ms.user.id);
      expect((await there.get(`/grades/${id}`)).status).toBe(200);
      await admin.client.patch(`/classrooms/${at.classroom.id}`, { teacher_id: mr.user.id });
      expect((await there.get(`/classrooms/${at.classroom.id}`)).body.teacher_id).toBe(mr.user.id);
      expectProblem(await there.get(`/grades/${id}`), 404, 'grade_not_found');
      expectProblem(await there.get(`/grades/${id}/history`), 404, 'grade_not_found');
      expectProblem(await there.patch(`/grades/${id}`, { score: 1 }), 404, 'grade_not_found');
      expectProblem(await there.post('/grades', at.input()), 404, 'classroom_not_found');
      expect((await there.get('/grades')).body.items).toEqual([]);
      expect((await there.graphql('{ grades { id } }')).body.data.grades).toEqual([]);
      expectProblem(await there.get(`/school/reports/classrooms/${at.classroom.id}`), 404, 'classroom_not_found');
      expectProblem(await there.get(`/school/reports/students/${own.user.id}`), 404, 'student_not_found');
      expect(await idsSeenBy(mr)).toEqual([id]);
      await two.stop();
    });
  });

  describe('of who is not enrolled', () => {
    it('are not given', async () => {
      const { user } = await student(t);
      for (const { client } of [ms, admin]) {
        for (const id of [user.id, mr.user.id, newId()]) {
          expectProblem(await client.post('/grades', at.input({ student_id: id })), 409, 'student_not_enrolled');
        }
      }
    });

    it('are not changed by the teacher; who manages the school may put them right', async () => {
      const { id } = await give();
      await ms.client.delete(`/classrooms/${at.classroom.id}/enrollments/${own.user.id}`);
      expectProblem(await ms.client.post('/grades', at.input()), 409, 'student_not_enrolled');
      expectProblem(await ms.client.patch(`/grades/${id}`, { score: 1 }), 409, 'student_not_enrolled');
      expectProblem(await ms.client.delete(`/grades/${id}`), 409, 'student_not_enrolled');
      expect((await admin.client.patch(`/grades/${id}`, { score: 88 })).status).toBe(200);
      expect(await idsSeenBy(own)).toEqual([id]);
    });
  });

  it('are one for each assessment', async () => {
    const { id } = await give({ assessment: 'Midterm' });
    expectProblem(await ms.client.post('/grades', at.input({ assessment: 'Midterm' })), 409, 'already_graded');
    const other = await give({ assessment: 'Final' });
    expectProblem(await ms.client.patch(`/grades/${other.id}`, { assessment: 'Midterm' }), 409, 'already_graded');
    await ms.client.delete(`/grades/${id}`);
    await give({ assessment: 'Midterm' });
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => ms.client.post('/grades', at.input({ assessment: 'Oral' }))),
    );
    expect(tally(answers)).toEqual({ 201: 1, 409: 9 });
  });

  describe('terms', () => {
    it('may be named, must be there, and must not be closed', async () => {
      const before = await t.make.term({ startsOn: dayIn(-400), endsOn: dayIn(-200) });
      expect((await give({ term_id: before.id })).term_id).toBe(before.id);
      expectProblem(await ms.client.post('/grades', at.input({ term_id: newId() })), 404, 'term_not_found');
      await admin.client.post(`/school/terms/${before.id}/close`);
      expectProblem(await ms.client.post('/grades', at.input({ term_id: before.id })), 409, 'term_closed');
    });

    it('there must be one for today', async () => {
      await admin.client.patch(`/school/terms/${at.term.id}`, { ends_on: dayIn(-1) });
      expectProblem(await ms.client.post('/grades', at.input()), 409, 'no_open_term');
    });
  });

  it('are mailed of, once and without the score', async () => {
    await give({ assessment: 'Midterm' });
    const mail = await mailTo(t, own.user.email, /grades/);
    expect(mail.text).toContain('Mathematics: Midterm');
    expect(mail.raw).not.toContain('87.25');
    expect(mailsOf(t).filter(({ to }) => to.includes(own.user.email))).toHaveLength(1);
  });

  it('stay when the student’s account is erased, and are in the export before', async () => {
    const { id } = await give({ assessment: 'Midterm' });
    const { sections } = (await own.client.get('/users/me/export')).body;
    expect(sections.grades).toMatchObject([
      {
        id,
        classroom: at.classroom.name,
        term: at.term.name,
        subject: 'Mathematics',
        assessment: 'Midterm',
        score: 87.25,
        comments: 'Well argued.',
      },
    ]);
    expect((await admin.client.delete(`/users/${own.user.id}`)).status).toBe(204);
    expect(await idsSeenBy(ms)).toEqual([id]);
  });

  it('have a rate limit of their own', async () => {
    const limited = await startApp({ ...t.env, RATE_LIMITS: '100/minute,grades=2/minute' });
    const client = limited.client.as(ms.accessToken);
    for (let n = 0; n < 2; n++) expect((await client.get('/grades')).headers.get('ratelimit-limit')).toBe('2');
    const refused = await client.get(`/grades/${newId()}`);
    expectProblem(refused, 429, 'rate_limited');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await client.get('/classrooms')).status).toBe(200);
    await limited.stop();
  });
});
