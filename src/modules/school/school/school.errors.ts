import { defineError, defineHidden } from '../../../core/kernel/errors';

export const TermNotFound = defineError('term_not_found', 404, 'There is no such term.');
export const TermNameTaken = defineError('term_name_taken', 409, 'Another term has this name.');
export const TermsOverlap = defineError('terms_overlap', 409, 'Some of these days belong to another term.');
export const TermClosed = defineError('term_closed', 409, 'The term is closed: its grades and enrolments stay.');
export const TermOpen = defineError('term_open', 409, 'The term is open.');
export const SchoolYearNotFound = defineError('school_year_not_found', 404, 'No term is of this school year.');
export const NoOpenTerm = defineError('no_open_term', 409, 'Today belongs to no open term: name one.');

export const ClassroomNotFound = defineError('classroom_not_found', 404, 'There is no such classroom.');
export const ClassroomNameTaken = defineError('classroom_name_taken', 409, 'Another classroom has this name.');
export const ClassroomNotEmpty = defineError('classroom_not_empty', 409, 'The classroom has had students or grades.');
export const ClassroomFull = defineError<{ capacity: number }>(
  'classroom_full',
  409,
  ({ capacity }) => `The classroom has no more than ${capacity} places.`,
);
export const CapacityTooSmall = defineError<{ enrolled: number }>(
  'capacity_too_small',
  409,
  ({ enrolled }) => `There are ${enrolled} students in the classroom.`,
);
/** When an account is to be erased. */
export const HasClassrooms = defineError('has_classrooms', 409, 'The teacher still has classrooms.');

export const AlreadyEnrolled = defineError('already_enrolled', 409, 'The student is in the classroom already.');
export const EnrollmentNotFound = defineError('enrollment_not_found', 404, 'The student is not in the classroom.');
export const AlreadyTutored = defineError('already_tutored', 409, 'The teacher is the student’s tutor already.');
export const TutorshipNotFound = defineError('tutorship_not_found', 404, 'The teacher is not the student’s tutor.');
export const TeacherNotFound = defineError('teacher_not_found', 404, 'There is no such teacher.');

export const StudentNotFound = defineHidden('student_not_found', 'There is no such student.');
export const GradeNotFound = defineHidden('grade_not_found', 'There is no such grade.');
export const StudentNotEnrolled = defineError(
  'student_not_enrolled',
  409,
  'The student is not in the classroom just now.',
);
export const AlreadyGraded = defineError(
  'already_graded',
  409,
  'The student has a grade for this assessment: change that one.',
);

/** What is wrong with a file, line by line; `total` of them, of which the first thousand are named. */
export const ImportRefused = defineError<{ total: number; errors: readonly object[] }>(
  'import_refused',
  422,
  ({ total }) => `Nothing was taken over: ${total} ${total === 1 ? 'thing is' : 'things are'} wrong with the file.`,
);

export const TranscriptNotFound = defineError('transcript_not_found', 404, 'There is no such transcript.');
export const TranscriptRevoked = defineError('transcript_revoked', 409, 'The transcript is revoked already.');
