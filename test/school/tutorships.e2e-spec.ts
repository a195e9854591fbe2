import { expectInvalid, expectProblem } from '../commerce/catalog/support';
import { TestApp, workerApp } from '../support/app';
import type { Answer } from '../support/client';
import type { Person } from '../support/make';
import { actionsOn, classOf, expectLikeMissing, student, tally, teacher } from './support';

describe('tutors', () => {
  let t: TestApp;
  let admin: Person;
  let ms: Person;
  let tutor: Person;
  let ada: Person;
  let grade: string;
  let classroom: string;
  beforeAll(async () => (t = await workerApp()));
  afterAll(() => t.stop());
  beforeEach(async () => {
    await t.reset();
    [admin, ms, tutor] = [await t.make.admin(), await teacher(t), await teacher(t)];
    const made = await classOf(t, ms);
    [ada, classroom] = [made.own, made.classroom.id];
    grade = (await ms.client.post('/grades', made.input())).body.id;
  });

  const path = (): string => `/teachers/${tutor.user.id}/students`;
  const begin = (studentId = ada.user.id) => admin.client.post(path(), { student_id: studentId });
  const end = () => admin.client.delete(`${path()}/${ada.user.id}`);

  it('read what their students have, from the moment on and as long as it lasts', async () => {
    await expectLikeMissing(tutor.client, 'GET', '/grades/ID', grade);
    expect((await begin()).body).toMatchObject({ teacher_id: tutor.user.id, student_id: ada.user.id, ended_on: null });
    expect((await tutor.client.get(`/grades/${grade}`)).body.score).toBe(87.25);
    expect((await tutor.client.get('/grades')).body.count).toBe(1);
    expect((await tutor.client.get(`/school/reports/students/${ada.user.id}`)).status).toBe(200);
    expect((await tutor.client.get(`/classrooms/${classroom}/enrollments`)).body.count).toBe(1);
    expect((await tutor.client.graphql('{ grades { id } }')).body.data.grades).toEqual([{ id: grade }]);
    expect((await end()).status).toBe(204);
    await expectLikeMissing(tutor.client, 'GET', '/grades/ID', grade);
    expect((await tutor.client.get('/grades')).body.count).toBe(0);
    expect((await actionsOn(t, `user:${tutor.user.id}`)).slice(-2)).toEqual([
      'school.tutorship-begun',
      'school.tutorship-ended',
    ]);
  });

  it('see no one else of the classroom, not its figures, and write nothing', async () => {
    const { studentId } = await t.make.enrollment({ classroomId: classroom });
    await begin();
    const listed = (await tutor.client.get(`/classrooms/${classroom}/enrollments`)).body.items;
    expect(listed.map((one: { student_id: string }) => one.student_id)).toEqual([ada.user.id]);
    await expectLikeMissing(tutor.client, 'GET', '/school/reports/classrooms/ID', classroom);
    await expectLikeMissing(tutor.client, 'GET', '/school/reports/students/ID', studentId);
    const { headers } = await tutor.client.get(`/grades/${grade}`);
    const change = { score: 100, reason: 'Mine.' };
    const ifMatch = { 'if-match': headers.get('etag') ?? '' };
    expect((await tutor.client.patch(`/grades/${grade}`, change, ifMatch)).status).toBe(404);
    expect((await ms.client.get(`/grades/${grade}`)).body.score).toBe(87.25);
  });

  it('have their students listed with those of their classrooms, each once', async () => {
    const own = await t.make.classroom({ teacherId: tutor.user.id, name: 'Chess' });
    const { studentId } = await t.make.enrollment({ classroomId: own.id });
    await begin();
    await begin(studentId);
    const { items } = (await tutor.client.get(path())).body;
    const said = items.map(({ student_id, classrooms, tutored }: any) => [student_id, classrooms.length, tutored]);
    expect(said).toEqual(
      [
        [ada.user.id, 0, true],
        [studentId, 1, true],
      ].sort(),
    );
    const pages = [];
    for (let next: string | null = ''; next !== null;) {
      const { body }: Answer = await tutor.client.get(`${path()}?limit=1${next && `&cursor=${next}`}`);
      pages.push(...body.items.map((one: { student_id: string }) => one.student_id));
      next = body.next_cursor;
    }
    expect(pages).toEqual([ada.user.id, studentId].sort());
  });

  it('are given by the office, once however often at once, to students, and are teachers', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => begin()));
    expect(tally(answers)).toEqual({ 201: 1, 409: 9 });
    expectProblem(await begin(), 409, 'already_tutored');
    expectInvalid(await begin(ms.user.id), 'student_id');
    for (const { client } of [ms, tutor, ada]) {
      expectProblem(await client.post(path(), { student_id: ada.user.id }), 403, 'forbidden');
    }
    await end();
    expectProblem(await end(), 404, 'tutorship_not_found');
    const nobody = await admin.client.post(`/teachers/${ada.user.id}/students`, { student_id: ada.user.id });
    expectProblem(nobody, 404, 'teacher_not_found');
  });

  it('are part of what is kept of a person, and end with the account', async () => {
    await begin();
    const other = await student(t);
    await begin(other.user.id);
    expect((await ada.client.get('/users/me/export')).body.sections.tutorships).toHaveLength(1);
    expect((await tutor.client.get('/users/me/export')).body.sections.tutorships).toHaveLength(2);
    expect((await admin.client.delete(`/users/${other.user.id}`)).status).toBe(204);
    expect((await tutor.client.get(path())).body.count).toBe(1);
  });
});
