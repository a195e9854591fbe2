import {
  memo,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ClipboardEvent,
  type KeyboardEvent,
} from 'react';
import { useFormat, useTranslation } from '../../shell/text';
import type { Change } from './grade-saver';
import { cellKey, meanOf, pastedRows, scoreOf, type GradeColumn, type Grades } from './gradebook-columns';
import { GridHead } from './grid-head';
import { GridRow, type Place } from './grid-row';
import classes from './school.module.css';
import type { UnsavedCells } from './use-saver';

export interface GridProps {
  readonly label: string;
  readonly students: readonly { readonly student_id: string; readonly student_name: string }[];
  readonly columns: readonly GradeColumn[];
  readonly cells: Grades;
  readonly unsaved: UnsavedCells;
  readonly readOnly: boolean;
  readonly onRecord: (changes: readonly Change[]) => void;
  /** All there is of a cell: its history, its comment, both versions of a conflict. */
  readonly onOpen: (student: string, column: GradeColumn) => void;
  readonly onColumn: (column: GradeColumn) => void;
  /** Cells of something pasted that are no scores. */
  readonly onWrongPaste: (count: number) => void;
}

const STEP = 10;

/** Grades as a spreadsheet: arrows, typing, Enter, Tab and pasting work as there. */
export const GradeGrid = memo(function GradeGrid(props: GridProps) {
  const { label, students, columns, cells, unsaved, readOnly, onColumn } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const box = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<Place>({ row: 0, column: 0 });
  const [editing, setEditing] = useState<string | null>(null);
  const wantsFocus = useRef(false);
  /** As they are now, for what rows call: rows are drawn again only where something of theirs has changed. */
  const now = useRef(props);
  now.current = props;

  useEffect(() => {
    if (!wantsFocus.current || editing !== null) return;
    wantsFocus.current = false;
    box.current?.querySelector<HTMLElement>('[data-at]')?.focus();
  }, [at, editing]);

  const go = useCallback((row: number, column: number): void => {
    const last = { row: now.current.students.length - 1, column: now.current.columns.length - 1 };
    wantsFocus.current = true;
    setEditing(null);
    setAt({ row: Math.max(0, Math.min(last.row, row)), column: Math.max(0, Math.min(last.column, column)) });
  }, []);

  /** False where the text is no score. */
  const commit = useCallback((text: string, row: number, column: number): boolean => {
    const score = scoreOf(text);
    if (score === null) return text.trim() === '';
    const change = changeOf(now.current, row, column, score);
    if (change) now.current.onRecord([change]);
    return true;
  }, []);

  const begin = useCallback((row: number, column: number, text: string | null): void => {
    const { students: all, columns: every, onOpen, ...book } = now.current;
    const [student, one] = [all[row], every[column]];
    if (!student || !one) return;
    const key = cellKey(student.student_id, one.key);
    const open = book.unsaved.get(key);
    if (book.readOnly || one.assessment === null || open?.state === 'conflict') {
      if (book.cells.has(key) || open) onOpen(student.student_id, one);
      return;
    }
    setAt({ row, column });
    setEditing(text ?? String(open?.score ?? book.cells.get(key)?.score ?? ''));
  }, []);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (editing !== null || !(event.target as HTMLElement).matches('[data-cell]')) return;
    const { row, column } = at;
    const { key } = event;
    const moves: Record<string, readonly [number, number]> = {
      ArrowUp: [row - 1, column],
      ArrowDown: [row + 1, column],
      ArrowLeft: [row, column - 1],
      ArrowRight: [row, column + 1],
      PageUp: [row - STEP, column],
      PageDown: [row + STEP, column],
      Home: event.ctrlKey ? [0, 0] : [row, 0],
      End: event.ctrlKey ? [students.length, columns.length] : [row, columns.length],
    };
    if (moves[key]) go(...moves[key]);
    else if (key === 'Enter' || key === 'F2') begin(row, column, null);
    else if (key === ' ') {
      const [student, one] = [students[row], columns[column]];
      if (cells.has(cellKey(student.student_id, one.key))) props.onOpen(student.student_id, one);
    } else if (/^\d$/.test(key) && !event.ctrlKey && !event.metaKey && !event.altKey) begin(row, column, key);
    else return;
    event.preventDefault();
  };

  const onPaste = (event: ClipboardEvent): void => {
    if (readOnly || editing !== null) return;
    event.preventDefault();
    let wrong = 0;
    const changes = pastedRows(event.clipboardData.getData('text/plain')).flatMap((line, down) =>
      line.flatMap((text, right) => {
        if (text === '') return [];
        const score = scoreOf(text);
        if (score === null || at.row + down >= students.length || at.column + right >= columns.length) {
          wrong++;
          return [];
        }
        return changeOf(props, at.row + down, at.column + right, score) ?? [];
      }),
    );
    if (changes.length > 0) props.onRecord(changes);
    if (wrong > 0) props.onWrongPaste(wrong);
  };

  const onCopy = (event: ClipboardEvent): void => {
    const grade = cells.get(cellKey(students[at.row]?.student_id, columns[at.column]?.key));
    if (!grade || editing !== null) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', String(grade.score));
  };

  const means = useMemo(
    () =>
      columns.map((column) => {
        const found = students.flatMap(({ student_id: id }) => cells.get(cellKey(id, column.key)) ?? []);
        return meanOf(found.map(({ score }) => ({ score, weight: 1 })));
      }),
    [columns, students, cells],
  );
  const shown = useCallback(
    (mean: number | null): string =>
      mean === null ? '' : format.number(mean, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
    [format],
  );

  return (
    <div ref={box} className={classes.scroll} onKeyDown={onKeyDown} onPaste={onPaste} onCopy={onCopy}>
      <table
        className={classes.grid}
        role="grid"
        aria-label={label}
        aria-readonly={readOnly}
        aria-rowcount={students.length + 3}
      >
        <GridHead columns={columns} readOnly={readOnly} onColumn={onColumn} />
        <tbody>
          {students.map(({ student_id: id, student_name: name }, row) => (
            <GridRow
              key={id}
              {...{ id, name, row, columns, cells, unsaved, shown }}
              active={row === at.row ? at.column : -1}
              editing={row === at.row ? editing : null}
              {...{ begin, commit, go }}
              onEdit={setEditing}
            />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('Mean')}</th>
            {means.map((mean, n) => (
              <td key={columns[n].key}>{shown(mean)}</td>
            ))}
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  );
});

/** The change of a cell to a score; null where nothing would change, or where its dialog alone changes it. */
function changeOf(book: GridProps, row: number, column: number, score: number): Change | null {
  const [student, one] = [book.students[row]?.student_id, book.columns[column]];
  if (!student || !one || one.assessment === null) return null;
  const key = cellKey(student, one.key);
  const [grade, open] = [book.cells.get(key), book.unsaved.get(key)];
  if (open?.state === 'conflict' || (open ?? grade)?.score === score) return null;
  return { student, column: one, score, version: grade?.version ?? 0 };
}
