import { Paper, Stack } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Empty } from '../kit/empty';
import { ProblemAlert } from '../kit/problem';
import { RowsSkeleton } from '../kit/skeletons';
import { useTranslation } from '../text/i18n';
import { shownColumns, type Column, type Filter } from './columns';
import { ListFoot } from './list-foot';
import { ListTools } from './list-tools';
import { ListTable } from './list-table';
import { useListState } from './use-list-state';
import classes from './list.module.css';

const LIMIT = '20';

/** What the server is asked for a page. */
export interface Asked {
  readonly limit: number;
  readonly cursor?: string;
  readonly sort?: string;
  readonly [filter: string]: string | number | undefined;
}

interface PageOf<T> {
  readonly items: readonly T[];
  readonly next_cursor: string | null;
}

export interface DataListProps<T> {
  /** What it lists, as a screen reader and the file of its CSV call it. */
  readonly title: string;
  /** The options of the query for what is asked: `(asked) => get('/api/v1/users', { params: { query: asked } })`. */
  readonly query: (asked: Asked) => {
    queryKey: readonly unknown[];
    queryFn: (context: { signal: AbortSignal }) => Promise<PageOf<T>>;
  };
  readonly columns: readonly Column<T>[];
  readonly rowKey: (row: T) => string;
  readonly filters?: readonly Filter[];
  /** The path of a row's screen; the first column leads there. */
  readonly to?: (row: T) => string;
  /** What can be done with a row. */
  readonly actions?: (row: T) => ReactNode;
  /** In the place of the list while there is nothing and no filter: what to do first. */
  readonly empty?: ReactNode;
  /** Beside the filters. */
  readonly tools?: ReactNode;
}

/**
 * A list as the server pages it: by cursor, with filters, an order, a choice of columns and CSV of what is shown, all kept in the address.
 */
export function DataList<T>({
  title,
  query,
  columns,
  rowKey,
  filters = [],
  to,
  actions,
  empty,
  tools,
}: DataListProps<T>) {
  const { t } = useTranslation();
  const state = useListState();
  const { asked } = state;
  const set = filters.filter(({ key }) => asked[key]);
  const page = useQuery({
    ...query({
      limit: Number(asked.limit ?? LIMIT),
      cursor: asked.cursor,
      sort: asked.sort,
      ...Object.fromEntries(set.map(({ key }) => [key, asked[key]])),
    }),
    placeholderData: keepPreviousData,
  });
  const shown = shownColumns(columns, asked.cols);
  const rows = page.data?.items ?? [];
  return (
    <Stack gap="sm">
      <ListTools title={title} filters={filters} columns={columns} shown={shown} rows={rows} state={state}>
        {tools}
      </ListTools>
      {page.isError && <ProblemAlert error={page.error} onRetry={() => void page.refetch()} />}
      <Paper withBorder className={classes.card} aria-busy={page.isFetching}>
        {page.isPending && !page.isError && (
          <div className={classes.waiting} role="status" aria-label={t('Loading…')}>
            <RowsSkeleton rows={8} />
          </div>
        )}
        {page.data && rows.length === 0 && (
          <>
            {set.length > 0 || !state.isFirst ? (
              <Empty title={t('Nothing matches')} />
            ) : (
              (empty ?? <Empty title={t('There is nothing yet')} />)
            )}
          </>
        )}
        {rows.length > 0 && (
          <ListTable
            title={title}
            columns={shown}
            rows={rows}
            rowKey={rowKey}
            to={to}
            actions={actions}
            state={state}
          />
        )}
      </Paper>
      {(page.data?.next_cursor || !state.isFirst) && (
        <ListFoot
          state={state}
          nextCursor={page.data?.next_cursor ?? null}
          limit={asked.limit ?? LIMIT}
          isBusy={page.isFetching}
        />
      )}
    </Stack>
  );
}
