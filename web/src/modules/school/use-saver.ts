import { useCallback, useEffect, useRef, useState } from 'react';
import { api, AtriumError, ok, UNREACHABLE } from '../../shell/api';
import { problemText, t } from '../../shell/text';
import { batchesOf, type Batch, type Change } from './grade-saver';
import { cellKey, type Grade } from './gradebook-columns';

/** What has become of a cell that was changed, until it is stored. */
export type Unsaved =
  | { readonly state: 'waiting'; readonly score: number }
  | { readonly state: 'conflict'; readonly score: number; readonly theirs: Grade | null; readonly change: Change }
  | { readonly state: 'refused'; readonly score: number; readonly text: string };

export type UnsavedCells = ReadonlyMap<string, Unsaved>;

/** What is typed within this time goes out together, so that a column of a class costs a few calls. */
const GATHER_MS = 900;
const AGAIN_S = 3;

interface Options {
  readonly classroom: string;
  readonly term: string;
  /** Told of what is stored, by student and column. */
  readonly onStored: (change: Change, gradeId: string, isChanged: boolean) => void;
  /** Reads the grades of one student anew. */
  readonly readAgain: (student: string) => Promise<readonly Grade[]>;
}

/**
 * Stores the cells of a gradebook, each against the version that was seen. What cannot be sent waits and is sent again by itself, with the
 * same key; where somebody else was first, both values are kept until one is chosen.
 */
export function useSaver({ classroom, term, onStored, readAgain }: Options) {
  const [unsaved, setUnsaved] = useState<UnsavedCells>(new Map());
  const queue = useRef(new Map<string, Change>());
  const running = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const told = useRef({ onStored, readAgain });
  told.current = { onStored, readAgain };

  const mark = useCallback((changes: readonly Change[], of: (change: Change) => Unsaved | null): void => {
    setUnsaved((before) => {
      const next = new Map(before);
      for (const change of changes) {
        const key = cellKey(change.student, change.column.key);
        const one = of(change);
        if (one) next.set(key, one);
        else next.delete(key);
      }
      return next;
    });
  }, []);

  const send = useCallback(
    async (batch: Batch): Promise<void> => {
      const { column, weight, changes } = batch;
      const body = {
        term_id: term,
        subject: column.subject,
        assessment: column.assessment,
        ...(weight !== undefined && { weight }),
        grades: changes.map(({ student, score, version }) => ({ student_id: student, score, version })),
      };
      const headers = { 'Idempotency-Key': crypto.randomUUID() };
      const params = { path: { id: classroom } };
      const { results } = await patiently(() =>
        ok(api.POST('/api/v1/classrooms/{id}/grades/bulk', { params, body, headers })),
      );
      for (const [at, { status, code, grade_id: gradeId }] of results.entries()) {
        const change = changes[at];
        const key = cellKey(change.student, column.key);
        if (gradeId !== null) told.current.onStored(change, gradeId, status === 'created' || status === 'updated');
        const later = queue.current.get(key);
        if (later) {
          // Typed again meanwhile: against what has just been stored.
          if (gradeId !== null) {
            queue.current.set(key, { ...later, version: change.version + (status === 'unchanged' ? 0 : 1) });
          }
          continue;
        }
        if (gradeId !== null) mark([change], () => null);
        else if (code === 'precondition_failed') {
          const theirs = await told.current.readAgain(change.student);
          const grade = theirs.find((one) => one.subject === column.subject && one.assessment === column.assessment);
          mark([change], () => ({ state: 'conflict', score: change.score, theirs: grade ?? null, change }));
        } else mark([change], () => ({ state: 'refused', score: change.score, text: refusalOf(code) }));
      }
    },
    [classroom, term, mark],
  );

  const flush = useCallback(async (): Promise<void> => {
    if (running.current) return;
    running.current = true;
    try {
      while (queue.current.size > 0) {
        const changes = [...queue.current.values()];
        queue.current.clear();
        for (const batch of batchesOf(changes)) {
          try {
            await send(batch);
          } catch (error) {
            mark(batch.changes, ({ score }) => ({ state: 'refused', score, text: problemText(error) }));
          }
        }
      }
    } finally {
      running.current = false;
    }
  }, [send, mark]);

  const record = useCallback(
    (changes: readonly Change[]): void => {
      for (const change of changes) queue.current.set(cellKey(change.student, change.column.key), change);
      mark(changes, ({ score }) => ({ state: 'waiting', score }));
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), GATHER_MS);
    },
    [flush, mark],
  );

  const forget = useCallback((student: string, column: string): void => {
    setUnsaved((before) => {
      const next = new Map(before);
      next.delete(cellKey(student, column));
      return next;
    });
  }, []);

  useEffect(() => {
    if (unsaved.size === 0) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [unsaved]);

  return { unsaved, record, forget };
}

/** Again as long as the server is away or asks to wait; the key of the call stays, so it is done once. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      const isPassing =
        error instanceof AtriumError &&
        (error.status === UNREACHABLE || error.status === 429 || error.status === 502 || error.status === 503);
      if (!isPassing) throw error;
      await new Promise((resolve) => setTimeout(resolve, (error.retryAfterS ?? AGAIN_S) * 1000));
    }
  }
}

function refusalOf(code: string | null): string {
  if (code === 'student_not_enrolled') return t('The student is not in the classroom just now.');
  return t('That did not work.');
}
