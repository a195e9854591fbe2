import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ProblemAlert, RowsSkeleton, Section } from '../../shell/kit';
import { useFormat, useTranslation } from '../../shell/text';
import { listOf } from './inbox';
import { NoticeTitle } from './notice-title';
import classes from './notifications.module.css';

/** What I have not read yet, on the first screen. */
export default function HomeUnread() {
  const { t } = useTranslation();
  const format = useFormat();
  const unread = useQuery(listOf({ limit: 5, unread: true }));
  return (
    <Section
      title={t('Unread notifications')}
      actions={
        <Anchor component={Link} to="/notifications">
          {t('Show all')}
        </Anchor>
      }
    >
      {unread.isPending && <RowsSkeleton rows={3} />}
      {unread.isError && <ProblemAlert error={unread.error} onRetry={() => void unread.refetch()} />}
      {unread.data?.items.length === 0 && <Text c="dimmed">{t('Nothing is unread.')}</Text>}
      <ul className={classes.home}>
        {unread.data?.items.map((notice) => (
          <li key={notice.id}>
            <NoticeTitle notice={notice} />{' '}
            <Text component="span" c="dimmed" fz="sm">
              {format.ago(notice.updated_at)}
            </Text>
          </li>
        ))}
      </ul>
    </Section>
  );
}
