import { TestApp, workerApp } from '../support/app';
import type { Person } from '../support/make';
import { until } from '../support/until';
import { classOf, student, teacher } from './support';

describe('the school by GraphQL', () => {
  let t: TestApp;
  let admin: Person;
  let ms: Person;
  let mr: Person;
  let at: Awaited<ReturnType<typeof classOf>>;
  beforeAll(async () => {
    t = await workerApp();
    [admin, ms, mr] = [await t.make.admin(), await teacher(t), await teacher(t)];
    at = await classOf(t, ms);
    for (const score of [10, 20.5]) await ms.client.post('/grades', at.input({ score }));
    await t.make.enrollment({ classroomId: at.classroom.id });
  });
  afterAll(() => t.stop());

  const GRADES = `query ($student: ID, $asOf: DateTime) { grades(studentId: $student, asOf: $asOf) {
    score weight version student { id fullName } classroom { id name teacher { fullName } } } }`;

  it('shows grades with their students and classrooms', async () => {
    const { data, errors } = (await ms.client.graphql(GRADES)).body;
    expect(errors).toBeUndefined();
    expect(data.grades.map(({ score }: { score: number }) => score)).toEqual([20.5, 10]);
    expect(data.grades[0]).toEqual({
      score: 20.5,
      weight: 1,
      version: 1,
      student: { id: at.own.user.id, fullName: at.own.user.fullName },
      classroom: { id: at.classroom.id, name: at.classroom.name, teacher: { fullName: ms.user.fullName } },
    });
  });

  it('gives each caller the grades REST gives them', async () => {
    for (const { client } of [admin, ms, mr, at.own, await student(t), await t.make.person()]) {
      const rest = (await client.get('/grades')).body.items.map(({ score }: { score: number }) => score);
      const { data } = (await client.graphql(GRADES)).body;
      expect(data.grades.map(({ score }: { score: number }) => score)).toEqual(rest);
    }
    const before = { asOf: '2001-01-01T00:00:00Z' };
    expect((await ms.client.graphql(GRADES, before)).body.data.grades).toEqual([]);
    const { data } = (await mr.client.graphql(GRADES, { student: at.own.user.id })).body;
    expect(data.grades).toEqual([]);
  });

  it('shows in a classroom who the caller may see', async () => {
    const seen = async ({ client }: Person) => {
      const { data } = (
        await client.graphql(`{ classrooms { teacher { id } enrollments { studentId studentName withdrawnOn } } }`)
      ).body;
      expect(data.classrooms[0].teacher).toEqual({ id: ms.user.id });
      return data.classrooms[0].enrollments.length;
    };
    expect(await Promise.all([admin, ms, at.own, mr].map(seen))).toEqual([2, 2, 1, 0]);
  });

  it('shows as many students as are asked for, up to a hundred', async () => {
    const asked = async (limit: number) =>
      (await ms.client.graphql(`{ classrooms(limit: 1) { enrollments(limit: ${limit}) { id } } }`)).body;
    expect((await asked(1)).data.classrooms[0].enrollments).toHaveLength(1);
    expect((await asked(101)).errors?.[0].extensions).toMatchObject({ code: 'validation', status: 422 });
  });

  it('shows one classroom, and names a missing one', async () => {
    const document = 'query ($id: ID!) { classroom(id: $id) { name gradeLevel } }';
    const found = (await mr.client.graphql(document, { id: at.classroom.id })).body;
    expect(found.data.classroom).toEqual({ name: at.classroom.name, gradeLevel: 7 });
    const { errors } = (await mr.client.graphql(document, { id: at.own.user.id })).body;
    expect(errors?.[0].extensions).toMatchObject({ code: 'classroom_not_found', status: 404 });
  });

  it('shows the transcript REST shows, to whom REST shows it', async () => {
    const document = 'query ($id: ID!) { transcript(studentId: $id) { mean partial lines { subject mean } } }';
    const { id } = at.own.user;
    for (const { client } of [admin, ms, at.own]) {
      const rest = (await client.get(`/school/reports/students/${id}`)).body;
      const { data } = (await client.graphql(document, { id })).body;
      expect(data.transcript).toEqual({
        mean: rest.mean,
        partial: rest.partial,
        lines: [{ subject: 'Mathematics', mean: rest.lines[0].mean }],
      });
    }
    const codes: unknown[] = [];
    for (const [person, of] of [
      [mr, id] as const,
      [await student(t), id] as const,
      [admin, at.classroom.id] as const,
    ]) {
      codes.push((await person.client.graphql(document, { id: of })).body.errors?.[0].extensions.code);
    }
    expect(codes).toEqual(['student_not_found', 'student_not_found', 'student_not_found']);
  });

  it('writes nothing: no mutation concerns the school', async () => {
    const { body } = await admin.client.graphql('{ __schema { mutationType { fields { name } } } }');
    const names = body.data.__schema.mutationType.fields.map((one: { name: string }) => one.name);
    expect(names.filter((name: string) => /grade|classroom|enroll|term|transcript|student/i.test(name))).toEqual([]);
    expect(names.length).toBeGreaterThan(0);
  });

  it('asks for a login', async () => {
    for (const document of ['{ grades { id } }', '{ classrooms { id } }']) {
      const { errors } = (await t.client.graphql(document)).body;
      expect(errors?.[0].extensions).toMatchObject({ code: 'unauthenticated', status: 401 });
    }
  });

  it('asks the database as often for many as for one', async () => {
    const count = async (limit: number): Promise<number> => {
      const spy = jest.spyOn(t.db, 'query');
      await ms.client.graphql(
        `{ grades(limit: ${limit}) { student { fullName } classroom { teacher { fullName } enrollments { id } } } }`,
      );
      // Relay and sweepers ask too, by other names.
      const names = spy.mock.calls.map(([sql]) => (typeof sql === 'string' ? '' : sql.name));
      const calls = names.filter((name) => /^(grades|classrooms|enrollments)\.|^users\.names$/.test(name)).length;
      spy.mockRestore();
      return calls;
    };
    const one = await count(1);
    expect(one).toBeGreaterThan(0);
    for (let n = 0; n < 5; n++) await ms.client.post('/grades', at.input());
    await until(async () => (await t.db.query('SELECT 1 FROM outbox WHERE delivered_at IS NULL')).length === 0);
    expect(await count(7)).toBe(one);
  });
});
