import type { EnrollmentImportRow } from './dto/transfer.dto';

/** An enrolment that is there. */
export interface KnownEnrollment {
  readonly id: string;
  readonly enrolledOn: string;
  readonly withdrawnOn: string | null;
}

/** Days of a term that is closed, both included. */
export interface ClosedDays {
  readonly startsOn: string;
  readonly endsOn: string;
}

export type EnrollmentPlan =
  | { readonly kind: 'keep' }
  | { readonly kind: 'open'; readonly enrolledOn: string; readonly withdrawnOn: string | null }
  | { readonly kind: 'end'; readonly id: string; readonly withdrawnOn: string }
  | { readonly kind: 'refuse'; readonly column: string | null; readonly code: string; readonly message: string };

/** After any day. */
const NEVER = '9999-12-31';

/**
 * What a row means for a student in a classroom. Without `enrolled_on` it speaks of now; with it, of the enrolment that began
 * that day.
 * @param known all of the student in the classroom @param today as `2026-01-31`
 */
export function planEnrollment(
  row: Pick<EnrollmentImportRow, 'enrolledOn' | 'withdrawnOn'>,
  known: readonly KnownEnrollment[],
  closed: readonly ClosedDays[],
  today: string,
): EnrollmentPlan {
  const { enrolledOn, withdrawnOn = null } = row;
  const active = known.find((one) => one.withdrawnOn === null);
  if (known.some((one) => one.enrolledOn === enrolledOn && one.withdrawnOn === withdrawnOn)) return { kind: 'keep' };
  if (enrolledOn === undefined && withdrawnOn === null && active) return { kind: 'keep' };
  if (withdrawnOn !== null && withdrawnOn < (enrolledOn ?? active?.enrolledOn ?? withdrawnOn)) {
    return refusal('withdrawn_on', 'order', 'must not be before enrolled_on');
  }
  if (withdrawnOn !== null && active && (enrolledOn ?? active.enrolledOn) === active.enrolledOn) {
    return whenOpen(withdrawnOn, NEVER, closed, { kind: 'end', id: active.id, withdrawnOn });
  }
  if (withdrawnOn !== null && enrolledOn === undefined) {
    return refusal('student_email', 'enrollment_not_found', 'is not in the classroom');
  }
  const from = enrolledOn ?? today;
  if (withdrawnOn === null && active) {
    return refusal('student_email', 'already_enrolled', `is in the classroom since ${active.enrolledOn}`);
  }
  if (known.some((one) => from < (one.withdrawnOn ?? NEVER) && one.enrolledOn < (withdrawnOn ?? NEVER))) {
    return refusal('enrolled_on', 'overlap', 'was in the classroom on some of these days already');
  }
  return whenOpen(from, withdrawnOn ?? NEVER, closed, { kind: 'open', enrolledOn: from, withdrawnOn });
}

/** Days from the first up to the second, which is not one of them, must not change where a term is closed. */
function whenOpen(from: string, to: string, closed: readonly ClosedDays[], plan: EnrollmentPlan): EnrollmentPlan {
  const isClosed = closed.some(({ startsOn, endsOn }) => from < to && startsOn < to && from <= endsOn);
  return isClosed ? refusal(null, 'term_closed', 'some of these days belong to a closed term') : plan;
}

const refusal = (column: string | null, code: string, message: string): EnrollmentPlan => {
  return { kind: 'refuse', column, code, message };
};
