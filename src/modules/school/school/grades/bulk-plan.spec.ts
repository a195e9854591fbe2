import type { BulkGradesInput, GradeRow } from './dto/grade.dto';
import { planBulk } from './bulk-plan';

describe('planBulk', () => {
  const enrolled = new Set(['a', 'b']);
  const before = {
    id: 'g',
    studentId: 'a',
    scoreHundredths: 8725,
    weightHundredths: 200,
    comments: 'Late.',
  } as GradeRow;
  const planned = (values: Partial<BulkGradesInput>, existing: GradeRow[] = []) =>
    planBulk(
      { subject: 'Art', assessment: 'Midterm', grades: [], ...values },
      enrolled,
      new Map(existing.map((row) => [row.studentId, row])),
    );

  it('keeps what a row does not name, and what it does not change', () => {
    const grades = [{ studentId: 'a', score: 87.25 }];
    expect(planned({ grades }, [before])).toEqual([{ kind: 'keep', studentId: 'a', id: 'g' }]);
    expect(planned({ grades, weight: 1 }, [before])).toMatchObject([
      { kind: 'change', id: 'g', value: { scoreHundredths: 8725, weightHundredths: 100, comments: 'Late.' } },
    ]);
  });

  it('makes what is not there, weighing once', () => {
    expect(planned({ grades: [{ studentId: 'b', score: 0.29 }] }, [before])).toMatchObject([
      { kind: 'create', studentId: 'b', value: { scoreHundredths: 29, weightHundredths: 100, comments: '' } },
    ]);
  });

  it('refuses strangers and second rows, by themselves', () => {
    const grades = ['c', 'b', 'b'].map((studentId) => ({ studentId, score: 1 }));
    expect(planned({ grades })).toMatchObject([
      { kind: 'refuse', code: 'student_not_enrolled' },
      { kind: 'create' },
      { kind: 'refuse', code: 'duplicate_student' },
    ]);
  });
});
