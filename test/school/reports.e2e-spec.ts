import { SeededRandom } from '../../src/core/kernel/runtime/random';
import { TestApp, workerApp } from '../support/app';
import { newId } from '../../src/core/kernel/runtime';
import { dayIn, Person } from '../support/make';
import { expectLikeMissing, student, teacher } from './support';

interface Given {
  student: number;
  subject: string;
  score: number;
  weight: number;
}

/** Half up, of hundredths as exact fractions. */
const rounded = (numerator: bigint, denominator: bigint): number =>
  Number((2n * numerator + denominator) / (2n * denominator)) / 100;

function weightedMean(grades: readonly Given[]): number | null {
  if (grades.length === 0) return null;
  const weights = grades.map(({ weight }) => BigInt(Math.round(weight * 100)));
  const sum = grades.reduce((total, { score }, index) => total + BigInt(Math.round(score * 100)) * weights[index], 0n);
  return rounded(
    sum,
    weights.reduce((a, b) => a + b, 0n),
  );
}

describe('reports', () => {
  let t: TestApp;
  let ada: Person;
  let pupils: Person[];
  let path: string;
  let classroomId: string;
  beforeAll(async () => (t = await workerApp()));
  afterAll(() => t.stop());
  beforeEach(async () => {
    await t.reset();
    ada = await teacher(t);
    await t.make.term({ name: 'Autumn' });
    classroomId = (await t.make.classroom({ name: '7b', teacherId: ada.user.id })).id;
    pupils = [];
    for (const fullName of ['Tomás Herrera', 'Ægir Óskarsson', 'Łukasz Żak']) {
      const pupil = await t.make.person({ roles: ['student'], fullName });
      await t.make.enrollment({ classroomId, studentId: pupil.user.id });
      pupils.push(pupil);
    }
    path = `/school/reports/classrooms/${classroomId}`;
  });

  const grade = async ({ student: index, subject, score, weight }: Given): Promise<any> => {
    const input = { student_id: pupils[index].user.id, classroom_id: classroomId, subject, score, weight };
    return (await ada.client.post('/grades', input)).body;
  };

  it('says nothing of nothing: null and empty buckets', async () => {
    const { status, body } = await ada.client.get(path);
    expect(status).toBe(200);
    expect(body).toMatchObject({ count: 0, mean: null, median: null, stddev: null, min: null, max: null });
    expect(body.distribution.map(({ count }: any) => count)).toEqual(Array(10).fill(0));
    expect([body.by_subject, body.by_student]).toEqual([[], []]);
    expect((await pupils[0].client.get(`/school/reports/students/${pupils[0].user.id}`)).body).toMatchObject({
      mean: null,
      lines: [],
    });
  });

  it('comes to what a plain computation comes to, whatever the grades', async () => {
    const random = new SeededRandom('reports');
    const given: Given[] = [];
    for (let index = 0; index < 60; index++) {
      given.push({
        student: random.int(0, 2),
        subject: random.pick(['Art', 'Music']),
        score: random.pick([0, 10, 99.99, 100, random.int(0, 10_000) / 100]),
        weight: random.int(1, 400) / 100,
      });
      await grade(given[index]);
    }
    const { body } = await ada.client.get(path);
    const sorted = given.map(({ score }) => BigInt(Math.round(score * 100))).sort((a, b) => Number(a - b));
    expect(body).toMatchObject({
      count: 60,
      mean: weightedMean(given),
      median: rounded(sorted[29] + sorted[30], 2n),
      min: Number(sorted[0]) / 100,
      max: Number(sorted[59]) / 100,
    });
    const plain = given.map(({ score }) => score);
    const mean = plain.reduce((a, b) => a + b) / 60;
    expect(body.stddev).toBeCloseTo(Math.sqrt(plain.reduce((sum, one) => sum + (one - mean) ** 2, 0) / 60), 2);
    const inBucket = (from: number): number =>
      plain.filter((one) => Math.min(Math.floor(one / 10), 9) * 10 === from).length;
    for (const { from, count } of body.distribution) expect([from, count]).toEqual([from, inBucket(from)]);
    for (const { name, mean: shown } of body.by_subject) {
      expect([name, shown]).toEqual([name, weightedMean(given.filter(({ subject }) => subject === name))]);
    }
    for (const { id, mean: shown } of body.by_student) {
      expect(shown).toBe(weightedMean(given.filter((one) => pupils[one.student].user.id === id)));
    }
  });

  it('tells of the past by `as_of`, and of one term by `term_id`', async () => {
    const { id, created_at: then } = await grade({ student: 0, subject: 'Art', score: 50, weight: 1 });
    await ada.client.patch(`/grades/${id}`, { score: 90 });
    expect((await ada.client.get(path)).body.mean).toBe(90);
    expect((await ada.client.get(`${path}?as_of=${then}`)).body.mean).toBe(50);
    expect((await ada.client.get(`${path}?as_of=2020-01-01T00:00:00Z`)).body.count).toBe(0);
    expect((await ada.client.get(`${path}?as_of=${then}`)).body).toMatchObject({ term: null, as_of: then });
    const summer = await t.make.term({ name: 'Summer', startsOn: dayIn(181), endsOn: dayIn(200) });
    expect((await ada.client.get(`${path}?term_id=${summer.id}`)).body).toMatchObject({ term: 'Summer', count: 0 });
    expect((await ada.client.get(`${path}?term_id=${newId()}`)).body.code).toBe('term_not_found');

    const transcript = `/school/reports/students/${pupils[0].user.id}`;
    expect((await ada.client.get(`${transcript}?as_of=${then}`)).body.lines).toMatchObject([{ mean: 50 }]);
    expect((await ada.client.get(`${transcript}?as_of=2020-01-01T00:00:00Z`)).body.lines).toEqual([]);
    const admin = await t.make.admin();
    const overview = async (query: string): Promise<any> =>
      (await admin.client.get(`/school/reports/overview${query}`)).body;
    expect(await overview(`?as_of=${then}`)).toMatchObject({ grades: 1, mean: 50, students: 3, classrooms: 1 });
    expect(await overview('')).toMatchObject({ grades: 1, mean: 90, students: 3, classrooms: 1 });
    expect(await overview('?as_of=2020-01-01T00:00:00Z')).toEqual({
      ...{ term: null, as_of: '2020-01-01T00:00:00.000Z', students: 0, classrooms: 0, grades: 0, mean: null },
      by_classroom: [],
    });
  });

  it('shows a classroom to its teacher and the office alone, a transcript as far as one may see', async () => {
    await grade({ student: 0, subject: 'Art', score: 50, weight: 1 });
    const [other, stranger, admin] = [await teacher(t), await student(t), await t.make.admin()];
    for (const { client } of [other, pupils[0]]) {
      await expectLikeMissing(client, 'GET', '/school/reports/classrooms/ID', classroomId);
    }
    const transcript = '/school/reports/students/ID';
    for (const { client } of [other, stranger, pupils[1]]) {
      await expectLikeMissing(client, 'GET', transcript, pupils[0].user.id);
    }
    const own = transcript.replace('ID', pupils[0].user.id);
    expect((await pupils[0].client.get(own)).body).toMatchObject({ count: 1, mean: 50, partial: false });
    const theirs = await t.make.classroom({ teacherId: other.user.id });
    await t.make.enrollment({ classroomId: theirs.id, studentId: pupils[0].user.id });
    expect((await other.client.get(own)).body).toMatchObject({ count: 0, partial: true });
    expect((await ada.client.get(own)).body.lines).toMatchObject([
      { term: 'Autumn', classroom: '7b', subject: 'Art', count: 1, mean: 50, class_mean: null, class_median: null },
    ]);
    expect((await admin.client.get('/school/reports/overview')).body).toMatchObject({
      students: 3,
      grades: 1,
      mean: 50,
    });
    expect((await ada.client.get('/school/reports/overview')).status).toBe(403);
  });

  it('answers as JSON, CSV or PDF, by `Accept` or `?format=`, and as nothing else', async () => {
    await grade({ student: 2, subject: '=1+1', score: 50, weight: 1 });
    const csv = await ada.client.get(path, { accept: 'text/csv' });
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(csv.headers.get('vary')).toBe('Accept');
    expect(csv.text.split('\r\n').slice(0, 5)).toEqual([
      'kind,name,count,mean,median,stddev,min,max',
      'classroom,7b,1,50,50,0,50,50',
      "subject,'=1+1,1,50,,,,",
      'student,Łukasz Żak,1,50,,,,',
      'scores,0 to 10,0,,,,,',
    ]);
    for (const place of [path, `/school/reports/students/${pupils[2].user.id}`]) {
      const pdf = await ada.client.get(`${place}?format=pdf`, { accept: 'application/json' });
      expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf']);
      expect(pdf.text.startsWith('%PDF-')).toBe(true);
    }
    expect((await ada.client.get(path, { accept: 'image/png' })).body.code).toBe('not_acceptable');
    expect((await ada.client.get(`${path}?format=xml`)).status).toBe(406);
  });
});
