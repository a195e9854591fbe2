import { Button, Group, NativeSelect, Paper, SegmentedControl, Text } from '@mantine/core';
import { IconChecks, IconSettings } from '@tabler/icons-react';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { get } from '../../shell/api';
import { Empty, Page, ProblemAlert, RowsSkeleton, sayProblem } from '../../shell/kit';
import { ListFoot, useListState } from '../../shell/list';
import { useTranslation } from '../../shell/text';
import { listOf, markAllRead, refresh, unreadCount } from './inbox';
import { NoticeRow } from './notice-row';
import classes from './notifications.module.css';

const LIMIT = '20';

/** What somebody has been told, the newest first; what is asked for stands in the address. */
export default function Notifications() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const state = useListState();
  const { asked, ask } = state;
  const list = useRef<HTMLUListElement>(null);
  const page = useQuery({
    ...listOf({
      limit: Number(asked.limit ?? LIMIT),
      cursor: asked.cursor,
      unread: asked.unread === 'true' || undefined,
      category: asked.category,
    }),
    placeholderData: keepPreviousData,
  });
  const { data: unread } = useQuery(unreadCount());
  const { data: preferences } = useQuery(get('/api/v1/notifications/preferences'));
  const categories = preferences?.categories ?? [];
  const items = page.data?.items ?? [];
  const isFiltered = Boolean(asked.unread || asked.category);
  const readAll = async (): Promise<void> => {
    try {
      await markAllRead(unread?.last_seq);
      await refresh(queries);
    } catch (error) {
      sayProblem(error);
    }
  };
  return (
    <Page
      title={t('Notifications')}
      about={
        <span role="status">
          {unread && (unread.count === 0 ? t('Nothing is unread.') : t('{{count}} unread', { count: unread.count }))}
        </span>
      }
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconChecks size={16} />}
            disabled={unread?.count === 0}
            onClick={() => void readAll()}
          >
            {t('Mark all as read')}
          </Button>
          <Button
            component={Link}
            to="/notifications/settings"
            variant="default"
            leftSection={<IconSettings size={16} />}
          >
            {t('Settings')}
          </Button>
        </>
      }
    >
      <Group gap="xs" className="no-print">
        <SegmentedControl
          aria-label={t('Which')}
          value={asked.unread === 'true' ? 'unread' : 'all'}
          onChange={(value) => ask({ unread: value === 'unread' ? 'true' : undefined })}
          data={[
            { value: 'all', label: t('Read and unread') },
            { value: 'unread', label: t('Unread') },
          ]}
        />
        <NativeSelect
          className={classes.category}
          aria-label={t('Category')}
          value={asked.category ?? ''}
          onChange={({ currentTarget }) => ask({ category: currentTarget.value || undefined })}
          data={[
            { value: '', label: t('Everything') },
            ...categories.map(({ key, sentence }) => ({ value: key, label: sentence })),
          ]}
        />
      </Group>
      {page.isError && <ProblemAlert error={page.error} onRetry={() => void page.refetch()} />}
      <Paper withBorder className={classes.card} aria-busy={page.isFetching && page.isPlaceholderData}>
        {page.isPending && !page.isError && (
          <div className={classes.waiting}>
            <RowsSkeleton rows={8} />
          </div>
        )}
        {page.data && items.length === 0 && (
          <Empty
            title={isFiltered || !state.isFirst ? t('Nothing matches') : t('You have not been told anything yet.')}
          >
            {!isFiltered && state.isFirst && (
              <Text>{t('What concerns you comes here: orders, grades, files that others share, mentions.')}</Text>
            )}
          </Empty>
        )}
        <ul id="list" ref={list} className={classes.rows} aria-label={t('Notifications')} tabIndex={-1}>
          {items.map((notice) => (
            <NoticeRow
              key={notice.id}
              notice={notice}
              about={categories.find(({ key }) => key === notice.category)?.sentence}
              onGone={() => list.current?.focus()}
            />
          ))}
        </ul>
      </Paper>
      {(page.data?.next_cursor || !state.isFirst) && (
        <ListFoot
          state={state}
          nextCursor={page.data?.next_cursor ?? null}
          limit={asked.limit ?? LIMIT}
          isBusy={page.isFetching}
        />
      )}
    </Page>
  );
}
