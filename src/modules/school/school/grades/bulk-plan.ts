import { PreconditionFailed } from '../../../../core/kernel/errors';
import { BulkGradeRow, BulkGradesInput, GradeRow, hundredths } from './dto/grade.dto';
import { StudentNotEnrolled } from '../school.errors';
import type { GradeValue } from './grade-book';

/** What is to become of a row. */
export type PlannedRow =
  | { readonly kind: 'create'; readonly studentId: string; readonly value: GradeValue }
  | { readonly kind: 'change'; readonly studentId: string; readonly id: string; readonly value: GradeValue }
  | { readonly kind: 'keep'; readonly studentId: string; readonly id: string }
  | { readonly kind: 'refuse'; readonly studentId: string; readonly code: string };

/** The code of every row of a student but the first. */
export const DUPLICATE_STUDENT = 'duplicate_student';

/**
 * Each row by itself, in their order. @param enrolled students in the classroom now
 * @param existing grades of this very assessment, by student; none where it has no name
 */
export function planBulk(
  input: BulkGradesInput,
  enrolled: ReadonlySet<string>,
  existing: ReadonlyMap<string, GradeRow>,
): PlannedRow[] {
  const seen = new Set<string>();
  return input.grades.map((row) => {
    const { studentId } = row;
    if (seen.has(studentId)) return { kind: 'refuse', studentId, code: DUPLICATE_STUDENT };
    seen.add(studentId);
    if (!enrolled.has(studentId)) return { kind: 'refuse', studentId, code: StudentNotEnrolled.code };
    const before = existing.get(studentId);
    if (row.version !== undefined && row.version !== (before?.version ?? 0)) {
      return { kind: 'refuse', studentId, code: PreconditionFailed.code };
    }
    const value = valueOf(input, row, before);
    if (!before) return { kind: 'create', studentId, value };
    const same =
      before.scoreHundredths === value.scoreHundredths &&
      before.weightHundredths === value.weightHundredths &&
      before.comments === value.comments;
    return same ? { kind: 'keep', studentId, id: before.id } : { kind: 'change', studentId, id: before.id, value };
  });
}

function valueOf(input: BulkGradesInput, row: BulkGradeRow, before: GradeRow | undefined): GradeValue {
  const { subject, assessment = null, weight } = input;
  return {
    subject,
    assessment,
    scoreHundredths: hundredths(row.score),
    weightHundredths: weight === undefined ? (before?.weightHundredths ?? 100) : hundredths(weight),
    comments: row.comments ?? before?.comments ?? '',
  };
}
