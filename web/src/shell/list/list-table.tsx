import { Table, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconArrowsSort } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from '../text/i18n';
import { nextSort, type Column } from './columns';
import type { ListState } from './use-list-state';
import classes from './list.module.css';

interface ListTableProps<T> {
  readonly title: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly rowKey: (row: T) => string;
  readonly to?: (row: T) => string;
  readonly actions?: (row: T) => ReactNode;
  readonly state: ListState;
}

/** The rows of a list; where the window is narrow, each row is a card. The roles stand here, since cards would lose them. */
export function ListTable<T>({ title, columns, rows, rowKey, to, actions, state }: ListTableProps<T>) {
  const { t } = useTranslation();
  return (
    <Table highlightOnHover verticalSpacing={7} className={classes.table} aria-label={title} role="table">
      <Table.Thead role="rowgroup">
        <Table.Tr role="row">
          {columns.map((column) => (
            <Head key={column.key} column={column} state={state} />
          ))}
          {actions && (
            <Table.Th role="columnheader">
              <span className={classes.unseen}>{t('Actions')}</span>
            </Table.Th>
          )}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody role="rowgroup">
        {rows.map((row) => (
          <Table.Tr key={rowKey(row)} role="row">
            {columns.map(({ key, title: name, render, text, align }, at) => {
              const content = render ? render(row) : text(row);
              return (
                <Table.Td key={key} role="cell" data-label={name} ta={align} className={align && 'num'}>
                  {at === 0 && to ? (
                    <Link to={to(row)} className={classes.link}>
                      {content}
                    </Link>
                  ) : (
                    content
                  )}
                </Table.Td>
              );
            })}
            {actions && (
              <Table.Td role="cell" className={classes.actions}>
                {actions(row)}
              </Table.Td>
            )}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

const ORDERS = { none: IconArrowsSort, ascending: IconArrowUp, descending: IconArrowDown };

function Head<T>({ column: { title, sort, align }, state }: { column: Column<T>; state: ListState }) {
  const { asked, ask } = state;
  if (!sort) {
    return (
      <Table.Th role="columnheader" ta={align}>
        {title}
      </Table.Th>
    );
  }
  const order = asked.sort === sort ? 'ascending' : asked.sort === `-${sort}` ? 'descending' : 'none';
  const Icon = ORDERS[order];
  return (
    <Table.Th role="columnheader" ta={align} aria-sort={order}>
      <UnstyledButton className={classes.sort} onClick={() => ask({ sort: nextSort(sort, asked.sort) })}>
        {title}
        <Icon size={14} stroke={1.6} aria-hidden opacity={order === 'none' ? 0.45 : 1} />
      </UnstyledButton>
    </Table.Th>
  );
}
