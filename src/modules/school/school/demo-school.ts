import { demoId, SeededRandom } from '../../../core/kernel/runtime/random';

export const FIRST_NAMES = (
  'Amina Noah Lucía Kenji Freya Omar Chloé Mateusz Zuri Liam Ines Arjun Maja Tobias Leila Hugo Nadia Elias Priya Finn ' +
  'Sofía Kwame Anna Diego Mira Jonas Yara Luca Hanna Samuel Aisha Emil Carmen Ravi Ella Mikko Fatou Oskar Linh Paula'
).split(' ');
export const FAMILY_NAMES = (
  'Adeyemi Novak García Sato Lindholm Haddad Dubois Kowalski Mwangi Murphy Ferreira Patel Jensen Schneider Rahimi Bernard ' +
  'Petrova Andersson Sharma Walsh Romero Owusu Weber Castillo Rossi Becker Nguyen Marino Olsen Cohen Diallo Larsen Vidal ' +
  'Iyer Moreau Virtanen Keita Horvat Tran Silva'
).split(' ');

/** What is taught, and by how many points it is harder than the easiest. */
const SUBJECTS: readonly (readonly [subject: string, difficulty: number])[] = [
  ['Mathematics', 9],
  ['English', 5],
  ['Science', 7],
  ['History', 4],
  ['Geography', 3],
  ['Art', 0],
];
const ASSESSMENTS: readonly (readonly [assessment: string, weightHundredths: number])[] = [
  ['Coursework', 100],
  ['Examination', 200],
];
const MEAN = 76;
const ABILITY = 9;
const FORM = 6;
const DAY_MS = 86_400_000;

export interface DemoTerm {
  readonly id: string;
  readonly name: string;
  readonly schoolYear: string;
  readonly startsOn: string;
  readonly endsOn: string;
  /** After the last day. */
  readonly closesAt: Date;
}

/** The half-year before this one and this one, so that a demo always has an open term for today. */
export function demoTerms(now: Date): readonly [DemoTerm, DemoTerm] {
  const year = now.getUTCFullYear();
  const month = now.getUTCMonth();
  const current = month === 0 ? 2 * year - 1 : month < 7 ? 2 * year : 2 * year + 1;
  return [halfYear(0, current - 1), halfYear(1, current)];
}

/** As people call it: `2026/27`. */
const yearFrom = (year: number): string => `${year}/${String((year + 1) % 100).padStart(2, '0')}`;

/** Even numbers are February to July, odd ones August to January. */
function halfYear(n: number, number: number): DemoTerm {
  const year = Math.floor(number / 2);
  const isSpring = number % 2 === 0;
  const startMs = isSpring ? Date.UTC(year, 1, 1) : Date.UTC(year, 7, 1);
  const endMs = isSpring ? Date.UTC(year, 7, 1) : Date.UTC(year + 1, 1, 1);
  return {
    id: demoId('school-term', n),
    name: isSpring ? `Spring ${year}` : `Autumn ${year}`,
    schoolYear: isSpring ? yearFrom(year - 1) : yearFrom(year),
    startsOn: new Date(startMs).toISOString().slice(0, 10),
    endsOn: new Date(endMs - DAY_MS).toISOString().slice(0, 10),
    closesAt: new Date(endMs),
  };
}

/** Rows of `grades`, as their columns are called: each student has an ability, each subject a difficulty, each day its form. */
export function demoGrades(
  random: SeededRandom,
  now: Date,
  terms: readonly DemoTerm[],
  enrollments: readonly { readonly classroomId: string; readonly studentId: string }[],
): Record<string, unknown>[] {
  const rows: Record<string, unknown>[] = [];
  for (const { classroomId, studentId } of enrollments) {
    const ability = ABILITY * normal(random);
    for (const term of terms) {
      const startMs = Date.parse(term.startsOn);
      const endMs = Math.min(term.closesAt.getTime(), now.getTime());
      for (const [subject, difficulty] of SUBJECTS) {
        const talent = (ABILITY / 2) * normal(random);
        for (const [assessment, weightHundredths] of ASSESSMENTS) {
          const at = new Date(Math.round(startMs + random.next() * (endMs - startMs)));
          const points = MEAN - difficulty + ability + talent + FORM * normal(random);
          rows.push({
            id: demoId('grade', rows.length, at.getTime()),
            created_at: at,
            updated_at: at,
            student_id: studentId,
            classroom_id: classroomId,
            term_id: term.id,
            version: 1,
            subject,
            assessment,
            score_hundredths: Math.round(Math.min(100, Math.max(12, points)) * 4) * 25,
            weight_hundredths: weightHundredths,
            comments: commentOf(points),
          });
        }
      }
    }
  }
  return rows;
}

function commentOf(points: number): string {
  if (points >= 95) return 'Outstanding work.';
  if (points < 50) return 'Let us talk about this one.';
  return '';
}

/** About a standard normal, never beyond 3.5: the sum of uniforms. */
function normal(random: SeededRandom): number {
  let sum = 0;
  for (let n = 0; n < 12; n++) sum += random.next();
  return Math.max(-3.5, Math.min(3.5, sum - 6));
}
