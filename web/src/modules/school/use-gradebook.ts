import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import { api, ok, type components } from '../../shell/api';
import type { Change } from './grade-saver';
import { layOut, type Grade, type GradeColumn, type PlannedColumn } from './gradebook-columns';
import { useSaver } from './use-saver';

type Enrollment = components['schemas']['Enrollment'];

/** The pages of a list, one after the other. */
async function allOf<T>(page: (cursor?: string) => Promise<{ items: T[]; next_cursor: string | null }>): Promise<T[]> {
  const all: T[] = [];
  let cursor: string | undefined;
  do {
    const { items, next_cursor: next } = await page(cursor);
    all.push(...items);
    cursor = next ?? undefined;
  } while (cursor);
  return all;
}

export const enrolledIn = (id: string, signal?: AbortSignal): Promise<Enrollment[]> =>
  allOf((cursor) =>
    ok(
      api.GET('/api/v1/classrooms/{id}/enrollments', {
        params: { path: { id }, query: { active: true, limit: 100, cursor } },
        signal,
      }),
    ),
  );

interface Slice {
  readonly classroom: string;
  readonly term: string;
}

/** The grades of a classroom in a term: who is in it, its columns, its cells, and what is not stored yet. */
export function useGradebook({ classroom, term }: Slice) {
  const queries = useQueryClient();
  const [planned, setPlanned] = useState<readonly PlannedColumn[]>([]);
  const key = useMemo(() => ['school.gradebook', classroom, term], [classroom, term]);
  const read = useCallback(
    (student?: string, signal?: AbortSignal): Promise<Grade[]> => {
      const query = { classroom_id: classroom, term_id: term, student_id: student, limit: 100 };
      return allOf((cursor) =>
        ok(
          api.GET('/api/v1/grades', {
            params: { query: { ...query, cursor } },
            signal,
          }),
        ),
      );
    },
    [classroom, term],
  );
  const students = useQuery({
    queryKey: ['school.enrolled', classroom],
    queryFn: async ({ signal }) =>
      (await enrolledIn(classroom, signal)).sort((a, b) => a.student_name.localeCompare(b.student_name)),
  });
  const grades = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => read(undefined, signal),
    staleTime: 60_000, // a window that gets the focus is no reason to ask for a thousand grades
  });
  const set = useCallback(
    (change: (before: readonly Grade[]) => Grade[]) =>
      queries.setQueryData<Grade[]>(key, (before) => change(before ?? [])),
    [queries, key],
  );
  const onStored = useCallback(
    ({ student, column, score, version }: Change, id: string, isChanged: boolean): void => {
      set((before) => {
        const now = new Date().toISOString();
        const known = before.find((one) => one.id === id);
        const grade: Grade = known ?? {
          ...{ id, student_id: student, classroom_id: classroom, term_id: term, subject: column.subject },
          ...{ assessment: column.assessment, weight: column.weight, comments: '', created_at: now, updated_at: now },
          ...{ score, version: 1 },
        };
        const stored = { ...grade, score, version: version + (isChanged ? 1 : 0), updated_at: now };
        return [...before.filter((one) => one.id !== id), stored];
      });
    },
    [set, classroom, term],
  );
  const readAgain = useCallback(
    async (student: string): Promise<readonly Grade[]> => {
      const fresh = await read(student);
      set((before) => [...before.filter((one) => one.student_id !== student), ...fresh]);
      return fresh;
    },
    [read, set],
  );
  const saver = useSaver({ classroom, term, onStored, readAgain });
  const laid = useMemo(() => layOut(grades.data ?? [], planned), [grades.data, planned]);
  const columns = useSame(laid.columns);
  const { cells } = laid;
  const bySubject = useMemo(() => new Map<string, readonly GradeColumn[]>([['', columns]]), [columns]);
  /** The same array for the same subject, so that rows are not drawn again. @param subject empty for all */
  const columnsOf = (subject: string): readonly GradeColumn[] => {
    const known = bySubject.get(subject) ?? columns.filter((one) => one.subject === subject);
    bySubject.set(subject, known);
    return known;
  };
  return {
    students,
    grades,
    columns,
    columnsOf,
    cells,
    ...saver,
    plan: (column: PlannedColumn) => setPlanned((before) => [...before, column]),
    readAgain,
  };
}

/** The columns as they were while they say the same. */
function useSame(columns: readonly GradeColumn[]): readonly GradeColumn[] {
  const known = useRef(columns);
  if (JSON.stringify(known.current) !== JSON.stringify(columns)) known.current = columns;
  return known.current;
}
