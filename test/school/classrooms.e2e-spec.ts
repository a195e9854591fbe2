import { newId } from '../../src/core/kernel/runtime';
import { startApp, TestApp, workerApp } from '../support/app';
import type { Person } from '../support/make';
import { actionsOn, student, tally, teacher, violations } from './support';
import { expectInvalid, expectProblem } from '../commerce/catalog/support';

describe('classrooms', () => {
  let t: TestApp;
  let admin: Person;
  let ms: Person;
  beforeAll(async () => {
    t = await workerApp();
  });
  beforeEach(async () => {
    await t.reset();
    [admin, ms] = [await t.make.admin(), await teacher(t)];
  });
  afterEach(async () => expect(await violations(t)).toEqual([]));
  afterAll(() => t.stop());

  const input = (values: object = {}) => ({
    name: '7b',
    grade_level: 7,
    teacher_id: ms.user.id,
    capacity: 30,
    ...values,
  });

  it('are made, read by anybody signed in, replaced, changed and deleted', async () => {
    const made = await admin.client.post('/classrooms', input());
    expect(made).toMatchObject({ status: 201, body: input() });
    const path = `/classrooms/${made.body.id}`;
    const { client } = await student(t);
    expect((await client.get(path)).body).toEqual(made.body);
    const { capacity: _, ...uncapped } = input({ name: '8b', grade_level: 8 });
    expect((await admin.client.put(path, uncapped)).body).toMatchObject({ ...uncapped, capacity: null });
    expect((await admin.client.patch(path, { capacity: 12 })).body).toMatchObject({ ...uncapped, capacity: 12 });
    expect((await client.get(path)).body).toMatchObject({ ...uncapped, capacity: 12 });
    expect((await admin.client.delete(path)).status).toBe(204);
    expectProblem(await client.get(path), 404, 'classroom_not_found');
    expect(await actionsOn(t, `classroom:${made.body.id}`)).toEqual([
      'school.classroom-created',
      'school.classroom-updated',
      'school.classroom-updated',
      'school.classroom-deleted',
    ]);
  });

  it('are kept in the cache, and a change is seen at once on every instance', async () => {
    const two = await startApp(t.env);
    const { id } = await t.make.classroom({ name: 'Old' });
    const there = two.client.as(ms.accessToken);
    await ms.client.get(`/classrooms/${id}`);
    const hit = await there.get(`/classrooms/${id}`);
    expect([hit.headers.get('x-cache'), hit.body.name]).toEqual(['HIT', 'Old']);
    await admin.client.patch(`/classrooms/${id}`, { name: 'New' });
    expect((await there.get(`/classrooms/${id}`)).body.name).toBe('New');
    await two.stop();
  });

  it('are listed by name, filtered and page by page', async () => {
    for (const name of ['Chemistry', 'Art 100%', 'Biology']) await t.make.classroom({ name, teacherId: ms.user.id });
    await t.make.classroom({ name: 'Dance', gradeLevel: 9 });
    const names = async (query: string) =>
      (await ms.client.get(`/classrooms?${query}`)).body.items.map(({ name }: { name: string }) => name);
    expect(await names('')).toEqual(['Art 100%', 'Biology', 'Chemistry', 'Dance']);
    expect(await names('grade_level=9')).toEqual(['Dance']);
    expect(await names(`teacher_id=${ms.user.id}&q=O`)).toEqual(['Biology']);
    expect(await names('q=0%25')).toEqual(['Art 100%']);
    const { next_cursor: cursor } = (await ms.client.get('/classrooms?limit=3')).body;
    await t.make.classroom({ name: 'Aa' });
    expect(await names(`limit=3&cursor=${cursor}`)).toEqual(['Dance']);
    expectInvalid(await ms.client.get('/classrooms?cursor=x'), 'cursor');
  });

  it('have a name of their own, whatever its case', async () => {
    await admin.client.post('/classrooms', input());
    expectProblem(await admin.client.post('/classrooms', input({ name: '7B' })), 409, 'classroom_name_taken');
    const other = (await admin.client.post('/classrooms', input({ name: 'Other' }))).body;
    expectProblem(await admin.client.patch(`/classrooms/${other.id}`, { name: '7B' }), 409, 'classroom_name_taken');
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => admin.client.post('/classrooms', input({ name: 'Race' }))),
    );
    expect(tally(answers)).toEqual({ 201: 1, 409: 9 });
  });

  it('have an active teacher', async () => {
    const gone = await t.make.user({ roles: ['teacher'], isActive: false });
    const { user } = await student(t);
    for (const id of [gone.id, user.id, newId()]) {
      expectInvalid(await admin.client.post('/classrooms', input({ teacher_id: id })), 'teacher_id', 'teacher');
    }
    const { id } = await t.make.classroom();
    expectInvalid(await admin.client.patch(`/classrooms/${id}`, { teacher_id: user.id }), 'teacher_id', 'teacher');
  });

  it.each([
    ['grade_level', 0],
    ['grade_level', 14],
    ['grade_level', 7.5],
    ['grade_level', '7'],
    ['capacity', 0],
    ['capacity', 1001],
    ['name', ''],
    ['teacher_id', 'x'],
    ['enrolled', 1],
  ])('refuse %s %p', async (field, value) => {
    expectInvalid(await admin.client.post('/classrooms', input({ [field]: value })), field);
  });

  it('are changed once when two have read the same', async () => {
    const { id } = await t.make.classroom({ teacherId: ms.user.id });
    const etag = (await admin.client.get(`/classrooms/${id}`)).headers.get('etag') ?? '';
    const answers = [
      await admin.client.patch(`/classrooms/${id}`, { grade_level: 8 }, { 'if-match': etag }),
      await admin.client.put(`/classrooms/${id}`, input(), { 'if-match': etag }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 412]);
  });

  it('do not shrink below who is in them', async () => {
    const { id } = await t.make.classroom({ capacity: 3 });
    for (let n = 0; n < 2; n++) await t.make.enrollment({ classroomId: id });
    const refused = await admin.client.patch(`/classrooms/${id}`, { capacity: 1 });
    expectProblem(refused, 409, 'capacity_too_small');
    expect(refused.body.enrolled).toBe(2);
    expect((await admin.client.patch(`/classrooms/${id}`, { capacity: 2 })).status).toBe(200);
  });

  it('stay once somebody was in them', async () => {
    const { id } = await t.make.classroom();
    const { studentId } = await t.make.enrollment({ classroomId: id });
    await admin.client.delete(`/classrooms/${id}/enrollments/${studentId}`);
    expectProblem(await admin.client.delete(`/classrooms/${id}`), 409, 'classroom_not_empty');
  });

  it('are managed by those who may alone', async () => {
    const { id } = await t.make.classroom({ teacherId: ms.user.id });
    for (const { client } of [ms, await student(t), await t.make.person()]) {
      expectProblem(await client.post('/classrooms', input()), 403, 'forbidden');
      expectProblem(await client.put(`/classrooms/${id}`, input()), 403, 'forbidden');
      expectProblem(await client.patch(`/classrooms/${id}`, { name: 'x' }), 403, 'forbidden');
      expectProblem(await client.delete(`/classrooms/${id}`), 403, 'forbidden');
    }
    for (const path of ['/classrooms', `/classrooms/${id}`]) {
      expectProblem(await t.client.get(path), 401, 'unauthenticated');
    }
    expectProblem(await admin.client.patch(`/classrooms/${newId()}`, { name: 'x' }), 404, 'classroom_not_found');
    expectProblem(await admin.client.delete(`/classrooms/${newId()}`), 404, 'classroom_not_found');
  });
});
