import { Badge, Button, Group, Text } from '@mantine/core';
import { useDisclosure, useId } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { sayProblem } from '../../shell/kit';
import { useFormat, useTranslation } from '../../shell/text';
import { markRead, refresh, remove, type Notice } from './inbox';
import { NoticeTitle } from './notice-title';
import { Why } from './why';
import classes from './notifications.module.css';

interface NoticeRowProps {
  readonly notice: Notice;
  /** What its category is about, in a sentence. */
  readonly about?: string;
  /** It was deleted, and no other is beside it. */
  readonly onGone: () => void;
}

/** A notice with what can be done with it. */
export function NoticeRow({ notice, about, onGone }: NoticeRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const queries = useQueryClient();
  const row = useRef<HTMLLIElement>(null);
  const [asksWhy, { toggle }] = useDisclosure();
  const [busy, setBusy] = useState(false);
  const whyId = useId();
  const { id, title, body, priority, read_at: readAt, updated_at: at } = notice;
  const run = async (work: () => Promise<unknown>): Promise<boolean> => {
    setBusy(true);
    try {
      await work();
      await refresh(queries);
      return true;
    } catch (error) {
      sayProblem(error);
      return false;
    } finally {
      setBusy(false);
    }
  };
  const removeIt = async (): Promise<void> => {
    const beside = row.current?.nextElementSibling ?? row.current?.previousElementSibling;
    if (!(await run(() => remove(id)))) return;
    const next = beside?.querySelector<HTMLElement>('[data-remove]');
    if (next) next.focus();
    else onGone();
  };
  return (
    <li ref={row} className={classes.row} data-unread={readAt === null || undefined}>
      <div className={classes.what}>
        <Group gap="xs">
          <NoticeTitle notice={notice} />
          {(priority === 'high' || priority === 'critical') && (
            <Badge color={priority === 'critical' ? 'red' : 'orange'}>
              {priority === 'critical' ? t('critical') : t('urgent')}
            </Badge>
          )}
          {readAt === null && <span className={classes.unseen}>{t('Unread')}</span>}
        </Group>
        <Text className={classes.body}>{body}</Text>
        <Text fz="xs" c="dimmed" className="breaks">
          <time dateTime={at} title={format.instant(at)}>
            {format.ago(at)}
          </time>
          {about && ` · ${about}`}
        </Text>
        {asksWhy && (
          <div id={whyId}>
            <Why id={id} />
          </div>
        )}
      </div>
      <Group gap={4} className={classes.actions}>
        {readAt === null && (
          <Button
            size="compact-sm"
            variant="subtle"
            disabled={busy}
            aria-label={t('Mark as read: {{title}}', { title })}
            onClick={() => void run(() => markRead(id))}
          >
            {t('Mark as read')}
          </Button>
        )}
        <Button size="compact-sm" variant="subtle" onClick={toggle} aria-expanded={asksWhy} aria-controls={whyId}>
          {t('Why?')}
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          disabled={busy}
          data-remove
          aria-label={t('Delete: {{title}}', { title })}
          onClick={() => void removeIt()}
        >
          {t('Delete')}
        </Button>
      </Group>
    </li>
  );
}
