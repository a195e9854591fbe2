import { memo, type KeyboardEvent } from 'react';
import { useTranslation } from '../../shell/text';
import { cellKey, meanOf, scoreOf, type GradeColumn, type Grades } from './gradebook-columns';
import classes from './school.module.css';
import type { UnsavedCells } from './use-saver';

export interface Place {
  readonly row: number;
  readonly column: number;
}

interface RowProps {
  readonly id: string;
  readonly name: string;
  readonly row: number;
  readonly columns: readonly GradeColumn[];
  readonly cells: Grades;
  readonly unsaved: UnsavedCells;
  /** Its column that the keyboard is at, or -1. */
  readonly active: number;
  /** What is being typed there. */
  readonly editing: string | null;
  readonly shown: (mean: number | null) => string;
  readonly begin: (row: number, column: number, text: string | null) => void;
  /** False where the text is no score. */
  readonly commit: (text: string, row: number, column: number) => boolean;
  readonly go: (row: number, column: number) => void;
  readonly onEdit: (text: string | null) => void;
}

/** A student of the gradebook. It is drawn again only where something of this student has changed. */
export const GridRow = memo(
  function GridRow(props: RowProps) {
    const { id, name, row, columns, cells, unsaved, active, editing, shown, begin, commit, go, onEdit } = props;
    const { t } = useTranslation();
    const mean = meanOf(columns.flatMap(({ key }) => cells.get(cellKey(id, key)) ?? []));
    const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
      const { key, shiftKey } = event;
      if (key === 'Escape') {
        event.stopPropagation();
        return go(row, active);
      }
      const next: Record<string, readonly [number, number]> = {
        Enter: [row + (shiftKey ? -1 : 1), active],
        ArrowDown: [row + 1, active],
        ArrowUp: [row - 1, active],
        Tab: [row, active + (shiftKey ? -1 : 1)],
      };
      if (!next[key]) return;
      event.preventDefault();
      event.stopPropagation();
      if (commit(event.currentTarget.value, row, active)) go(...next[key]);
    };
    return (
      <tr>
        <th scope="row" className={classes.student}>
          <span className="cut" title={name}>
            {name}
          </span>
        </th>
        {columns.map(({ key, assessment, subject }, column) => {
          const open = unsaved.get(cellKey(id, key));
          const grade = cells.get(cellKey(id, key));
          const isActive = column === active;
          if (isActive && editing !== null) {
            return (
              <td key={key} role="gridcell" className={classes.editing}>
                <input
                  aria-label={`${name}, ${subject}, ${assessment ?? ''}`}
                  autoFocus
                  inputMode="decimal"
                  maxLength={6}
                  value={editing}
                  aria-invalid={editing.trim() !== '' && scoreOf(editing) === null}
                  onChange={({ currentTarget }) => onEdit(currentTarget.value)}
                  onKeyDown={onKeyDown}
                  onBlur={({ currentTarget }) => {
                    commit(currentTarget.value, row, column);
                    onEdit(null);
                  }}
                />
              </td>
            );
          }
          const score = open?.score ?? grade?.score;
          return (
            <td
              key={key}
              role="gridcell"
              data-cell
              data-at={isActive || undefined}
              data-state={open?.state}
              data-noted={grade?.comments ? true : undefined}
              tabIndex={isActive ? 0 : -1}
              onFocus={isActive ? undefined : () => go(row, column)}
              onDoubleClick={() => begin(row, column, null)}
              title={open?.state === 'refused' ? open.text : grade?.comments || undefined}
            >
              {score ?? ''}
              {open?.state === 'conflict' && <span className={classes.unseen}>{t('changed by somebody else')}</span>}
              {open?.state === 'refused' && <span className={classes.unseen}>{open.text}</span>}
            </td>
          );
        })}
        <td className={classes.mean}>{shown(mean)}</td>
      </tr>
    );
  },
  (before, after) =>
    before.columns === after.columns &&
    before.active === after.active &&
    before.editing === after.editing &&
    before.row === after.row &&
    before.name === after.name &&
    before.shown === after.shown &&
    isSame(before, after),
);

/** Whether all cells of this student are as they were. */
function isSame(before: RowProps, after: RowProps): boolean {
  if (before.cells === after.cells && before.unsaved === after.unsaved) return true;
  return after.columns.every(({ key }) => {
    const cell = cellKey(after.id, key);
    return before.cells.get(cell) === after.cells.get(cell) && before.unsaved.get(cell) === after.unsaved.get(cell);
  });
}
