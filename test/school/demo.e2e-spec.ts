import { ModuleRegistry } from '../../src/core/module';
import { TestApp, workerApp } from '../support/app';
import { violations } from './support';

describe('the demo’s school', () => {
  let t: TestApp;
  const said: string[] = [];
  beforeAll(async () => {
    t = await workerApp();
    said.push(...(await t.app.get(ModuleRegistry).fillDemo()));
    said.push(...(await t.app.get(ModuleRegistry).fillDemo()));
  });
  afterAll(() => t.stop());

  const as = async (name: string) => {
    const { body } = await t.client.post('/auth/login', { email: `${name}@demo.example`, password: 'Atrium-Demo-1' });
    return t.client.as(body.access_token);
  };
  const count = async (table: string): Promise<number> => {
    const [{ n }] = await t.db.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`);
    return n;
  };

  it('has classes, students, two terms and their grades, all right by the books', async () => {
    expect([await count('classrooms'), await count('enrollments'), await count('grades')]).toEqual([10, 240, 5760]);
    expect(await count(`users WHERE roles @> '{teacher}'`)).toBe(6);
    expect(await count('school_terms WHERE closed_at IS NOT NULL')).toBe(1);
    expect(await count('school_terms WHERE closed_at IS NULL AND current_date BETWEEN starts_on AND ends_on')).toBe(1);
    expect(await violations(t)).toEqual([]);
  });

  it('has grades that look like a school’s', async () => {
    const [row] = await t.db.query<{ mean: number; spread: number; harder: boolean }>(
      `SELECT avg(score_hundredths)::float8 / 100 AS mean, stddev(score_hundredths)::float8 / 100 AS spread,
         avg(score_hundredths) FILTER (WHERE subject = 'Mathematics') < avg(score_hundredths) FILTER (WHERE subject = 'Art')
           AS harder
       FROM grades`,
    );
    expect(row.harder).toBe(true);
    expect(row.mean).toBeGreaterThan(65);
    expect(row.mean).toBeLessThan(80);
    expect(row.spread).toBeGreaterThan(8);
    expect(row.spread).toBeLessThan(16);
  });

  it('can be gone on with by its teacher, and read by its student', async () => {
    const [teacher, student] = [await as('teacher'), await as('student')];
    const own = (await student.get('/grades?limit=100')).body.items;
    expect(own).toHaveLength(24);
    expect((await teacher.get('/grades?limit=1')).body.items).toHaveLength(1);
    const { student_id, classroom_id } = own[0];
    const grade = { student_id, classroom_id, subject: 'Art', score: 99.5 };
    expect((await teacher.post('/grades', grade)).status).toBe(201);
  });
});
