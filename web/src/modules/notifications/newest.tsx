import { Anchor, Button, Group, ScrollArea, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ProblemAlert, RowsSkeleton, sayProblem } from '../../shell/kit';
import { useFormat, useTranslation } from '../../shell/text';
import { listOf, markAllRead, markRead, refresh, unreadCount, type Notice } from './inbox';
import { NoticeTitle } from './notice-title';
import classes from './notifications.module.css';

const SHOWN = 8;

/** The newest notices, below the bell. */
export default function Newest({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const newest = useQuery(listOf({ limit: SHOWN }));
  const { data: unread } = useQuery(unreadCount());
  const readAll = async (): Promise<void> => {
    try {
      await markAllRead(unread?.last_seq);
      await refresh(queries);
    } catch (error) {
      sayProblem(error);
    }
  };
  const items = newest.data?.items ?? [];
  return (
    <div>
      <Group justify="space-between" className={classes.newestHead}>
        <Text fw={600}>{t('Notifications')}</Text>
        {unread !== undefined && unread.count > 0 && (
          <Button variant="subtle" size="compact-sm" onClick={() => void readAll()}>
            {t('Mark all as read')}
          </Button>
        )}
      </Group>
      <ScrollArea.Autosize mah="min(26rem, 65dvh)" type="auto">
        {newest.isPending && (
          <div className={classes.waiting}>
            <RowsSkeleton rows={5} />
          </div>
        )}
        {newest.isError && <ProblemAlert error={newest.error} onRetry={() => void newest.refetch()} />}
        {newest.isSuccess && items.length === 0 && (
          <Text c="dimmed" p="md">
            {t('You have not been told anything yet.')}
          </Text>
        )}
        <ul className={classes.newest}>
          {items.map((notice) => (
            <Line key={notice.id} notice={notice} onClose={onClose} />
          ))}
        </ul>
      </ScrollArea.Autosize>
      <Group justify="space-between" className={classes.newestFoot}>
        <Anchor component={Link} to="/notifications" onClick={onClose}>
          {t('Show all')}
        </Anchor>
        <Anchor component={Link} to="/notifications/settings" onClick={onClose}>
          {t('Settings')}
        </Anchor>
      </Group>
    </div>
  );
}

function Line({ notice, onClose }: { notice: Notice; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const queries = useQueryClient();
  const read = async (): Promise<void> => {
    try {
      await markRead(notice.id);
      await refresh(queries);
    } catch (error) {
      sayProblem(error);
    }
  };
  return (
    <li data-unread={notice.read_at === null || undefined}>
      <NoticeTitle notice={notice} onOpened={onClose} />
      <Text fz="sm" c="dimmed" lineClamp={2} className="breaks">
        {notice.body}
      </Text>
      <Group gap="xs" mt={2}>
        <Text fz="xs" c="dimmed">
          {format.ago(notice.updated_at)}
        </Text>
        {notice.read_at === null && (
          <button
            type="button"
            className="quiet-link"
            onClick={() => void read()}
            aria-label={t('Mark as read: {{title}}', { title: notice.title })}
          >
            {t('Mark as read')}
          </button>
        )}
      </Group>
    </li>
  );
}
