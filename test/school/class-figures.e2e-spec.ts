import { MIN_OTHERS } from '../../src/modules/school/school/visibility';
import { TestApp, workerApp } from '../support/app';
import type { Person } from '../support/make';
import { student, teacher } from './support';

/** One more than those whose figures are withheld. */
const ENOUGH = MIN_OTHERS + 1;

describe('what a student is told of the class', () => {
  let t: TestApp;
  let ms: Person;
  let own: Person;
  let admin: Person;
  let classroomId: string;
  let termId: string;
  beforeAll(async () => (t = await workerApp()));
  afterAll(() => t.stop());
  beforeEach(async () => {
    await t.reset();
    [ms, own, admin] = [await teacher(t), await student(t), await t.make.admin()];
    termId = (await t.make.term()).id;
    classroomId = (await t.make.classroom({ teacherId: ms.user.id })).id;
    await t.make.enrollment({ classroomId, studentId: own.user.id });
  });

  const grade = (studentId: string, subject: string, score: number, weight = 1): Promise<unknown> =>
    ms.client.post('/grades', { student_id: studentId, classroom_id: classroomId, subject, score, weight });
  const close = (): Promise<unknown> => admin.client.post(`/school/terms/${termId}/close`);
  const reopen = (): Promise<unknown> => admin.client.post(`/school/terms/${termId}/reopen`);

  /** The student first, then the others. */
  async function graded(subject: string, scores: readonly number[]): Promise<void> {
    await grade(own.user.id, subject, scores[0]);
    for (const score of scores.slice(1)) {
      const { studentId } = await t.make.enrollment({ classroomId });
      await grade(studentId, subject, score);
    }
  }

  /** By every way there is: `mean median` of each subject. */
  async function told(by: Person, query = ''): Promise<Record<string, string>> {
    const path = `/school/reports/students/${own.user.id}`;
    const { body } = await by.client.get(`${path}?${query}`);
    const figures = Object.fromEntries(
      body.lines.map((one: any) => [one.subject, `${one.class_mean} ${one.class_median}`]),
    );
    const csv = await by.client.get(`${path}?format=csv&${query}`);
    const [, ...lines] = csv.text.trim().split('\r\n');
    const shown = lines
      .map((line) => line.split(','))
      .map((cells) => [cells[2], `${cells[5] || null} ${cells[6] || null}`]);
    expect(Object.fromEntries(shown)).toEqual(figures);
    const asOf = new URLSearchParams(query).get('as_of') ?? undefined;
    const { data } = (
      await by.client.graphql(
        `query ($id: ID!, $asOf: DateTime) {
          transcript(studentId: $id, asOf: $asOf) { lines { subject classMean classMedian } }
        }`,
        { id: own.user.id, asOf },
      )
    ).body;
    const graphql = data.transcript.lines.map((one: any) => [one.subject, `${one.classMean} ${one.classMedian}`]);
    expect(Object.fromEntries(graphql)).toEqual(figures);
    return figures;
  }

  it('is mean and median of a closed term, each student counting once, to whoever sees the transcript', async () => {
    await graded('Art', [100, 50, 50, 60, 70, 80]);
    await close();
    for (const by of [own, ms, admin]) expect(await told(by)).toEqual({ Art: '68 65' });
    const { body } = await admin.client.post('/school/transcripts', { student_id: own.user.id });
    expect(body.lines).toMatchObject([{ class_mean: 68, class_median: 65 }]);
  });

  it('is nothing of a class that is too small, subject by subject', async () => {
    await graded('Art', [100, 50, 50, 60, 70, 80].slice(0, ENOUGH - 1));
    await graded('Music', [100, 50, 50, 60, 70, 80]);
    await close();
    expect(await told(own)).toEqual({ Art: 'null null', Music: '68 65' });
    expect(await told(admin)).toEqual({ Art: 'null null', Music: '68 65' });
  });

  it('counts others, not grades, and neither the student’s own', async () => {
    await graded('Art', [100, 50, 60]);
    for (let n = 0; n < MIN_OTHERS; n++) await grade(own.user.id, 'Art', 70 + n);
    await close();
    expect(await told(own)).toEqual({ Art: 'null null' });
  });

  it('is nothing where all others have the same, which would be everybody’s', async () => {
    await graded('Art', [20, 100, 100, 100, 100, 100, 100]);
    await close();
    expect(await told(own)).toEqual({ Art: 'null null' });
  });

  it('is not moved by one heavy grade', async () => {
    await graded('Art', [50, 50, 50, 50, 50, 60]);
    const { studentId } = await t.make.enrollment({ classroomId });
    await grade(studentId, 'Art', 100, 100);
    await grade(studentId, 'Art', 0, 0.01);
    await close();
    expect(await told(own)).toEqual({ Art: '59 50' });
  });

  it('does not move: nothing while a term is open or opened again, and nothing of the past', async () => {
    await graded('Art', [100, 50, 50, 60, 70, 80]);
    expect(await told(own)).toEqual({ Art: 'null null' });
    await close();
    const now = new Date().toISOString();
    expect(await told(own, `as_of=${now}`)).toEqual({ Art: 'null null' });
    await reopen();
    expect(await told(own)).toEqual({ Art: 'null null' });
  });

  it('is of what the student has been graded in alone', async () => {
    await graded('Art', [100, 50, 50, 60, 70, 80]);
    const other = await student(t);
    await t.make.enrollment({ classroomId, studentId: other.user.id });
    await close();
    expect((await other.client.get(`/school/reports/students/${other.user.id}`)).body.lines).toEqual([]);
    expect((await other.client.get(`/school/reports/classrooms/${classroomId}`)).status).toBe(404);
    expect((await other.client.get('/school/reports/overview')).status).toBe(403);
  });
});
