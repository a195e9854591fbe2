/** What the grid needs of a grade. */
export interface Grade {
  readonly id: string;
  readonly student_id: string;
  readonly subject: string;
  readonly assessment: string | null;
  readonly score: number;
  readonly weight: number;
  readonly comments: string;
  readonly version: number;
}

/** A column of the gradebook: an assessment of a subject. */
export interface GradeColumn {
  readonly key: string;
  readonly subject: string;
  /** null: grades without a name, which stand in columns by their order. */
  readonly assessment: string | null;
  /** How often a new grade in it counts: as most of its grades do. */
  readonly weight: number;
  /** Whether its grades differ in weight. */
  readonly mixed: boolean;
}

/** An assessment that nobody has a grade for yet. */
export interface PlannedColumn {
  readonly subject: string;
  readonly assessment: string;
  readonly weight: number;
}

export type Grades = ReadonlyMap<string, Grade>;

/** @param student id @param column key */
export const cellKey = (student: string, column: string): string => `${student} ${column}`;

export const columnKey = (subject: string, assessment: string | null, nth = 0): string =>
  JSON.stringify([subject, assessment, nth]);

/**
 * The columns by subject, in the order in which their first grade was made, and each grade by its cell.
 * @param grades of one classroom and term, in any order
 */
export function layOut(
  grades: readonly Grade[],
  planned: readonly PlannedColumn[],
): { readonly columns: readonly GradeColumn[]; readonly cells: Grades } {
  const cells = new Map<string, Grade>();
  const found = new Map<string, { subject: string; assessment: string | null; weights: number[] }>();
  for (const grade of [...grades].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const { subject, assessment, student_id: student, weight } = grade;
    let nth = 0;
    while (assessment === null && cells.has(cellKey(student, columnKey(subject, assessment, nth)))) nth++;
    const key = columnKey(subject, assessment, nth);
    cells.set(cellKey(student, key), grade);
    const column = found.get(key) ?? { subject, assessment, weights: [] };
    column.weights.push(weight);
    found.set(key, column);
  }
  const columns: GradeColumn[] = [...found].map(([key, { subject, assessment, weights }]) => {
    return { key, subject, assessment, weight: mostOf(weights), mixed: new Set(weights).size > 1 };
  });
  for (const { subject, assessment, weight } of planned) {
    const key = columnKey(subject, assessment);
    if (!found.has(key)) columns.push({ key, subject, assessment, weight, mixed: false });
  }
  const subjects = [...new Set(columns.map(({ subject }) => subject))].sort((a, b) => a.localeCompare(b));
  return { columns: subjects.flatMap((subject) => columns.filter((one) => one.subject === subject)), cells };
}

function mostOf(weights: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const weight of weights) counts.set(weight, (counts.get(weight) ?? 0) + 1);
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

/** The weighted mean, null of nothing. */
export function meanOf(grades: readonly { readonly score: number; readonly weight: number }[]): number | null {
  const weight = grades.reduce((sum, one) => sum + one.weight, 0);
  return weight === 0 ? null : grades.reduce((sum, one) => sum + one.score * one.weight, 0) / weight;
}

/** A score as people type it: a point or a comma, at most two digits after it, 0 to 100; null for anything else. */
export function scoreOf(text: string): number | null {
  const tidy = text.trim().replace(',', '.');
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(tidy)) return null;
  const score = Number(tidy);
  return score <= 100 ? score : null;
}

/** What a spreadsheet has copied: rows of cells, by line and tab. The last line's end is no row. */
export function pastedRows(text: string): readonly (readonly string[])[] {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
  return lines.map((line) => line.split('\t').map((cell) => cell.trim()));
}
