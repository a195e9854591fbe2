import { msg } from '../../shell/text';

export const KINDS = ['students', 'classrooms', 'enrollments', 'grades'] as const;
export type Kind = (typeof KINDS)[number];

export const KIND_NAMES: Readonly<Record<Kind, string>> = {
  students: msg('Students'),
  classrooms: msg('Classrooms'),
  enrollments: msg('Enrolments'),
  grades: msg('Grades'),
};

interface ImportColumn {
  readonly name: string;
  readonly title: string;
  readonly needed?: true;
}

/** The columns of each kind, as the server reads them. */
export const IMPORT_COLUMNS: Readonly<Record<Kind, readonly ImportColumn[]>> = {
  students: [
    { name: 'email', title: msg('E-mail address'), needed: true },
    { name: 'full_name', title: msg('Full name'), needed: true },
    { name: 'username', title: msg('Username') },
  ],
  classrooms: [
    { name: 'name', title: msg('Name'), needed: true },
    { name: 'grade_level', title: msg('Year'), needed: true },
    { name: 'teacher_email', title: msg('Teacher’s e-mail address'), needed: true },
    { name: 'capacity', title: msg('Places') },
  ],
  enrollments: [
    { name: 'classroom', title: msg('Classroom'), needed: true },
    { name: 'student_email', title: msg('Student’s e-mail address'), needed: true },
    { name: 'enrolled_on', title: msg('First day') },
    { name: 'withdrawn_on', title: msg('First day no longer in it') },
  ],
  grades: [
    { name: 'student_email', title: msg('Student’s e-mail address'), needed: true },
    { name: 'classroom', title: msg('Classroom'), needed: true },
    { name: 'term', title: msg('Term') },
    { name: 'subject', title: msg('School subject'), needed: true },
    { name: 'assessment', title: msg('Assessment') },
    { name: 'score', title: msg('Score'), needed: true },
    { name: 'weight', title: msg('Weight') },
    { name: 'comments', title: msg('Comment') },
  ],
};
