import { newId } from '../../src/core/kernel/runtime';
import { startApp, TestApp, workerApp } from '../support/app';
import type { Client } from '../support/client';
import { dayIn, Person } from '../support/make';
import { actionsOn, expectLikeMissing, student, tally, teacher, violations } from './support';
import { expectInvalid, expectProblem } from '../commerce/catalog/support';

describe('enrolments', () => {
  let t: TestApp;
  let admin: Person;
  let ms: Person;
  let mr: Person;
  let classroom: string;
  beforeAll(async () => {
    t = await workerApp();
  });
  beforeEach(async () => {
    await t.reset();
    [admin, ms, mr] = [await t.make.admin(), await teacher(t), await teacher(t)];
    classroom = (await t.make.classroom({ teacherId: ms.user.id, name: '7b' })).id;
  });
  afterEach(async () => expect(await violations(t)).toEqual([]));
  afterAll(() => t.stop());

  const enroll = (client: Client, id: string, to = classroom) =>
    client.post(`/classrooms/${to}/enrollments`, { student_id: id });
  const listed = async (client: Client, query = '') =>
    (await client.get(`/classrooms/${classroom}/enrollments?${query}`)).body.items.map(
      (one: { student_id: string }) => one.student_id,
    );

  it('begin and end by the classroom’s teacher, and history is kept', async () => {
    const { user } = await student(t);
    const made = await enroll(ms.client, user.id);
    expect(made).toMatchObject({
      status: 201,
      body: {
        classroom_id: classroom,
        student_id: user.id,
        student_name: user.fullName,
        enrolled_on: dayIn(0),
        withdrawn_on: null,
      },
    });
    expectProblem(await enroll(admin.client, user.id), 409, 'already_enrolled');
    const path = `/classrooms/${classroom}/enrollments/${user.id}`;
    expect((await ms.client.delete(path)).status).toBe(204);
    expectProblem(await ms.client.delete(path), 404, 'enrollment_not_found');
    expect((await enroll(admin.client, user.id)).status).toBe(201);
    const { items } = (await ms.client.get(`/classrooms/${classroom}/enrollments`)).body;
    expect(items.map((one: { withdrawn_on: string }) => one.withdrawn_on)).toEqual([null, dayIn(0)]);
    expect(await actionsOn(t, `classroom:${classroom}`)).toEqual([
      'school.student-enrolled',
      'school.student-withdrawn',
      'school.student-enrolled',
    ]);
  });

  it('are listed page by page, those now or those before', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 3; n++) ids.unshift((await t.make.enrollment({ classroomId: classroom })).studentId);
    await ms.client.delete(`/classrooms/${classroom}/enrollments/${ids[1]}`);
    expect(await listed(ms.client)).toEqual(ids);
    expect(await listed(ms.client, 'active=true')).toEqual([ids[0], ids[2]]);
    expect(await listed(admin.client, 'active=false')).toEqual([ids[1]]);
    const { next_cursor: cursor } = (await ms.client.get(`/classrooms/${classroom}/enrollments?limit=2`)).body;
    await t.make.enrollment({ classroomId: classroom });
    expect(await listed(ms.client, `limit=2&cursor=${cursor}`)).toEqual([ids[2]]);
    expectInvalid(await ms.client.get(`/classrooms/${classroom}/enrollments?cursor=x`), 'cursor');
  });

  it('show a student their own alone, and others nothing', async () => {
    const [one, other] = [await student(t), await student(t)];
    await enroll(ms.client, one.user.id);
    await t.make.enrollment({ classroomId: classroom });
    expect(await listed(one.client)).toEqual([one.user.id]);
    for (const { client } of [other, mr, await t.make.person()]) {
      await expectLikeMissing(client, 'GET', '/classrooms/ID/enrollments', classroom);
    }
    expectProblem(await t.client.get(`/classrooms/${classroom}/enrollments`), 401, 'unauthenticated');
    const empty = await t.make.classroom({ teacherId: ms.user.id });
    expect((await ms.client.get(`/classrooms/${empty.id}/enrollments`)).body.items).toEqual([]);
  });

  it('are of active students alone', async () => {
    const gone = await t.make.user({ roles: ['student'], isActive: false });
    for (const id of [gone.id, mr.user.id, newId()]) {
      expectInvalid(await enroll(ms.client, id), 'student_id', 'student');
    }
    expectInvalid(await ms.client.post(`/classrooms/${classroom}/enrollments`, {}), 'student_id');
  });

  it('are changed by nobody but the classroom’s teacher and who manages the school', async () => {
    const { studentId } = await t.make.enrollment({ classroomId: classroom });
    const another = await t.make.classroom({ teacherId: mr.user.id });
    const [own, body] = [await student(t), { student_id: studentId }];
    await expectLikeMissing(mr.client, 'POST', '/classrooms/ID/enrollments', classroom, body);
    await expectLikeMissing(mr.client, 'DELETE', `/classrooms/ID/enrollments/${studentId}`, classroom);
    const transfer = `/classrooms/ID/enrollments/${studentId}/transfer`;
    await expectLikeMissing(mr.client, 'POST', transfer, classroom, { classroom_id: another.id });
    expectProblem(
      await ms.client.post(transfer.replace('ID', classroom), { classroom_id: another.id }),
      404,
      'classroom_not_found',
    );
    expectProblem(await enroll(own.client, own.user.id), 403, 'forbidden');
    expectProblem(await own.client.delete(`/classrooms/${classroom}/enrollments/${own.user.id}`), 403, 'forbidden');
    expectProblem(
      await own.client.post(transfer.replace('ID', classroom), { classroom_id: another.id }),
      403,
      'forbidden',
    );
    expect(await listed(ms.client, 'active=true')).toEqual([studentId]);
  });

  describe('transfer', () => {
    const transfer = (client: Client, studentId: string, to: string) =>
      client.post(`/classrooms/${classroom}/enrollments/${studentId}/transfer`, { classroom_id: to });

    it('ends here and begins there', async () => {
      const { studentId } = await t.make.enrollment({ classroomId: classroom });
      const to = await t.make.classroom({ teacherId: ms.user.id });
      const answer = await transfer(ms.client, studentId, to.id);
      expect(answer).toMatchObject({ status: 201, body: { classroom_id: to.id, enrolled_on: dayIn(0) } });
      expect(await listed(ms.client, 'active=true')).toEqual([]);
      expectProblem(await transfer(ms.client, studentId, to.id), 404, 'enrollment_not_found');
    });

    it('happens whole or not at all', async () => {
      const { studentId } = await t.make.enrollment({ classroomId: classroom });
      const full = await t.make.classroom({ capacity: 1 });
      await t.make.enrollment({ classroomId: full.id });
      expectProblem(await transfer(admin.client, studentId, full.id), 409, 'classroom_full');
      const same = await t.make.classroom();
      await t.make.enrollment({ classroomId: same.id, studentId });
      expectProblem(await transfer(admin.client, studentId, same.id), 409, 'already_enrolled');
      expectProblem(await transfer(admin.client, studentId, classroom), 409, 'already_enrolled');
      expectProblem(await transfer(admin.client, studentId, newId()), 404, 'classroom_not_found');
      expect(await listed(ms.client, 'active=true')).toEqual([studentId]);
    });

    it('never stands still when two cross', async () => {
      const to = await t.make.classroom();
      const there = (await t.make.enrollment({ classroomId: to.id })).studentId;
      const here = (await t.make.enrollment({ classroomId: classroom })).studentId;
      const answers = await Promise.all([
        transfer(admin.client, here, to.id),
        admin.client.post(`/classrooms/${to.id}/enrollments/${there}/transfer`, { classroom_id: classroom }),
      ]);
      expect(tally(answers)).toEqual({ 201: 2 });
    });
  });

  it('take thirty of a hundred into thirty places, over two instances', async () => {
    const two = await startApp(t.env);
    await admin.client.patch(`/classrooms/${classroom}`, { capacity: 30 });
    const students = [];
    for (let n = 0; n < 100; n++) students.push(await t.make.user({ roles: ['student'] }));
    const answers = await Promise.all(
      students.map(({ id }, n) => enroll((n % 2 ? two : t).client.as(ms.accessToken), id)),
    );
    await two.stop();
    expect(tally(answers)).toEqual({ 201: 30, 409: 70 });
    const refused = answers.filter(({ status }) => status === 409);
    expect(new Set(refused.map(({ body }) => `${body.code} ${body.capacity}`))).toEqual(new Set(['classroom_full 30']));
    expect(await listed(ms.client, 'active=true&limit=100')).toHaveLength(30);
  });

  it('take one student once, however often at once', async () => {
    const { user } = await student(t);
    const answers = await Promise.all(Array.from({ length: 20 }, () => enroll(ms.client, user.id)));
    expect(tally(answers)).toEqual({ 201: 1, 409: 19 });
    expect(await listed(ms.client)).toEqual([user.id]);
  });

  describe('a teacher’s students', () => {
    it('are each there once, with their classrooms', async () => {
      const other = await t.make.classroom({ teacherId: ms.user.id, name: 'Chess' });
      const { studentId } = await t.make.enrollment({ classroomId: classroom });
      await t.make.enrollment({ classroomId: other.id, studentId });
      const gone = await t.make.enrollment({ classroomId: classroom });
      await ms.client.delete(`/classrooms/${classroom}/enrollments/${gone.studentId}`);
      for (const { client } of [ms, admin]) {
        const { status, body } = await client.get(`/teachers/${ms.user.id}/students`);
        expect({ status, items: body.items }).toEqual({
          status: 200,
          items: [
            {
              student_id: studentId,
              full_name: expect.stringMatching(/^User/),
              classrooms: [
                { id: classroom, name: '7b' },
                { id: other.id, name: 'Chess' },
              ],
              tutored: false,
            },
          ],
        });
      }
    });

    it('come page by page', async () => {
      const ids: string[] = [];
      for (let n = 0; n < 3; n++) ids.push((await t.make.enrollment({ classroomId: classroom })).studentId);
      const path = `/teachers/${ms.user.id}/students?limit=2`;
      const first = (await ms.client.get(path)).body;
      const second = (await ms.client.get(`${path}&cursor=${first.next_cursor}`)).body;
      const seen = [...first.items, ...second.items].map((one: { student_id: string }) => one.student_id);
      expect(seen).toEqual(ids.sort());
    });

    it('are nobody else’s to see', async () => {
      for (const { client } of [mr, await student(t)]) {
        await expectLikeMissing(client, 'GET', '/teachers/ID/students', ms.user.id);
      }
      await expectLikeMissing(admin.client, 'GET', '/teachers/ID/students', (await student(t)).user.id);
      expectProblem(await t.client.get(`/teachers/${ms.user.id}/students`), 401, 'unauthenticated');
    });

    it('are gone with the classroom, at once', async () => {
      await t.make.enrollment({ classroomId: classroom });
      await admin.client.patch(`/classrooms/${classroom}`, { teacher_id: mr.user.id });
      expect((await ms.client.get(`/teachers/${ms.user.id}/students`)).body.items).toEqual([]);
      await expectLikeMissing(ms.client, 'GET', '/classrooms/ID/enrollments', classroom);
      expect(await listed(mr.client)).toHaveLength(1);
    });
  });

  describe('in a closed term', () => {
    let studentId: string;
    beforeEach(async () => {
      studentId = (await t.make.enrollment({ classroomId: classroom })).studentId;
      await t.make.term({ closedAt: new Date() });
    });

    it('stay as they are', async () => {
      const { user } = await student(t);
      const to = await t.make.classroom({ teacherId: ms.user.id });
      const path = `/classrooms/${classroom}/enrollments`;
      for (const { client } of [ms, admin]) {
        expectProblem(await enroll(client, user.id), 409, 'term_closed');
        expectProblem(await client.delete(`${path}/${studentId}`), 409, 'term_closed');
        expectProblem(await client.post(`${path}/${studentId}/transfer`, { classroom_id: to.id }), 409, 'term_closed');
      }
      expect(await listed(ms.client, 'active=true')).toEqual([studentId]);
    });

    it.each([
      `INSERT INTO enrollments (id, classroom_id, student_id, enrolled_on)
       SELECT gen_random_uuid(), classroom_id, '$STUDENT', current_date FROM enrollments`,
      `UPDATE enrollments SET withdrawn_on = current_date`,
      `UPDATE enrollments SET enrolled_on = current_date - 3`,
      `UPDATE enrollments SET student_id = '$STUDENT'`,
      'DELETE FROM enrollments',
    ])('stay so for straight SQL: %s', async (sql) => {
      const { id } = await t.make.user({ roles: ['student'] });
      await expect(t.db.execute(sql.replace('$STUDENT', id))).rejects.toMatchObject({
        constraint: 'ck_enrollments_term_open',
      });
    });
  });

  it('after a closed term change without touching it', async () => {
    const { studentId } = await t.make.enrollment({ classroomId: classroom, enrolledOn: dayIn(-60) });
    await t.make.term({ startsOn: dayIn(-90), endsOn: dayIn(-1), closedAt: new Date() });
    await t.make.term({ startsOn: dayIn(0), endsOn: dayIn(30) });
    expect((await ms.client.delete(`/classrooms/${classroom}/enrollments/${studentId}`)).status).toBe(204);
    expect((await enroll(ms.client, studentId)).status).toBe(201);
    await expect(
      t.db.execute('UPDATE enrollments SET withdrawn_on = $1 WHERE withdrawn_on IS NOT NULL', [dayIn(-1)]),
    ).rejects.toMatchObject({ constraint: 'ck_enrollments_term_open' });
  });

  describe('when an account is erased', () => {
    it('end of themselves, and keep no name', async () => {
      const { studentId } = await t.make.enrollment({ classroomId: classroom });
      expect((await admin.client.delete(`/users/${studentId}`)).status).toBe(204);
      const { items } = (await ms.client.get(`/classrooms/${classroom}/enrollments`)).body;
      expect(items).toMatchObject([{ student_id: studentId, student_name: 'Deleted user', withdrawn_on: dayIn(0) }]);
    });

    it('keep a teacher who still has classrooms', async () => {
      expectProblem(await admin.client.delete(`/users/${ms.user.id}`), 409, 'has_classrooms');
      expect((await admin.client.delete(`/users/${mr.user.id}`)).status).toBe(204);
    });

    it('are in the student’s export', async () => {
      const own = await student(t);
      await enroll(ms.client, own.user.id);
      const { sections } = (await own.client.get('/users/me/export')).body;
      expect(sections.enrollments).toEqual([{ classroom: '7b', enrolled_on: dayIn(0), withdrawn_on: null }]);
    });
  });
});
