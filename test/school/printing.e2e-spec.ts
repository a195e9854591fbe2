import { TestApp, workerApp } from '../support/app';
import type { Answer } from '../support/client';
import type { Person } from '../support/make';
import { textsOfPdf } from '../support/pdf-text';
import { bytesOf, pagesOf } from '../platform/reports/report-support';
import { taskIs } from '../platform/tasks/support';
import { classOf, student, teacher } from './support';

describe('reports printed by a task', () => {
  let t: TestApp;
  let ms: Person;
  let admin: Person;
  let own: Person;
  let classroomId: string;
  let graded: object;
  beforeAll(async () => {
    t = await workerApp();
    [ms, admin] = [await teacher(t), await t.make.admin()];
    const made = await classOf(t, ms);
    own = made.own;
    classroomId = made.classroom.id;
    graded = made.input();
    await ms.client.post('/grades', graded);
    for (let n = 0; n < 2; n++) await t.make.enrollment({ classroomId });
  });
  afterAll(() => t.stop());

  const print = (person: Person, input: object): Promise<Answer> => person.client.post('/school/reports/print', input);

  it('are a file of who asked: all transcripts of a classroom, a page each, sealed where they were issued', async () => {
    const { code } = (await admin.client.post('/school/transcripts', { student_id: own.user.id })).body;
    const pages: number[] = [];
    for (const person of [admin, ms]) {
      const { status, body } = await print(person, { report: 'transcripts', classroom_id: classroomId });
      expect([status, body.status]).toEqual([202, 'pending']);
      const task = await taskIs(person.client, body.task_id, 'completed', 20_000);
      expect(task.result).toMatchObject({ format: 'pdf', filename: 'transcripts.pdf', sheets: 3 });
      const pdf = await bytesOf(t, person, task);
      pages.push(pagesOf(pdf));
      // A teacher sees a part, which nobody vouches for.
      expect(pdf.toString('latin1').includes(`/school/verify/${code}`)).toBe(person === admin);
      const files = (await person.client.get('/storage/files')).body.items;
      expect(files.map((one: any) => one.id)).toEqual([task.result.file_id]);
    }
    expect(pages).toEqual([3, 3]);
  });

  it('are the classroom’s report and the overview too, of a term and as of an instant', async () => {
    const kinds = [
      { report: 'overview', as_of: '2020-01-01T00:00:00Z' },
      { report: 'classroom', classroom_id: classroomId },
    ];
    for (const input of kinds) {
      const { body } = await print(admin, input);
      const task = await taskIs(admin.client, body.task_id, 'completed', 20_000);
      expect((await bytesOf(t, admin, task)).subarray(0, 5).toString()).toBe('%PDF-');
    }
  });

  it('have names of any script, to be read and to be copied', async () => {
    const names = ['王小明', 'प्रिया शर्मा', 'สมชาย ใจดี', 'محمد علي'];
    for (const fullName of names) {
      const { user } = await t.make.person({ roles: ['student'], fullName });
      await t.make.enrollment({ classroomId, studentId: user.id });
      await ms.client.post('/grades', { ...graded, student_id: user.id });
    }
    const { body } = await print(admin, { report: 'classroom', classroom_id: classroomId });
    const task = await taskIs(admin.client, body.task_id, 'completed', 20_000);
    const texts = textsOfPdf(await bytesOf(t, admin, task)).map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining([...names.slice(0, 3), [...names[3]].reverse().join('')]));
  });

  it('are refused at once to who may not see them, and when something is missing', async () => {
    const [other, pupil] = [await teacher(t), await student(t)];
    for (const person of [other, pupil, own]) {
      for (const report of ['transcripts', 'classroom']) {
        expect((await print(person, { report, classroom_id: classroomId })).body.code).toBe('classroom_not_found');
      }
      expect((await print(person, { report: 'overview' })).body.code).toBe('forbidden');
    }
    expect((await print(ms, { report: 'overview' })).body.code).toBe('forbidden');
    expect((await print(t as unknown as Person, { report: 'overview' })).status).toBe(401);
    expect((await print(ms, { report: 'transcripts' })).body.errors).toMatchObject([{ field: 'classroom_id' }]);
    expect((await print(ms, { report: 'grades' })).status).toBe(422);
    const term = { report: 'overview', term_id: classroomId };
    expect((await print(admin, term)).body.code).toBe('term_not_found');
  });
});
