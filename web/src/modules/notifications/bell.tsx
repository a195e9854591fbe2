import { ActionIcon, Indicator, Popover, VisuallyHidden } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useMe } from '../../shell/session/me';
import { useTranslation } from '../../shell/text';
import type { Notice } from './inbox';
import { showNotices } from './notice-toast';
import { renewPush } from './push';
import { useInbox } from './use-inbox';
import { useOpen } from './use-open';
import classes from './notifications.module.css';

const Newest = lazy(() => import('./newest'));
const TOLD_FOR_MS = 10_000;

/** Stands in the head: how many notices are unread, and the newest of them. */
export default function Bell() {
  const { id } = useMe();
  return <BellOf key={id} userId={id} />;
}

function BellOf({ userId }: { userId: string }) {
  const { t } = useTranslation();
  const open = useOpen();
  const [opened, setOpened] = useState(false);
  const [told, tell] = useTold();
  const count = useInbox((notices: readonly Notice[]) => {
    const [first] = notices;
    const words = notices.length === 1 ? first.title : t('{{count}} new notifications', { count: notices.length });
    tell(t('New: {{title}}', { title: words }));
    if (!document.hidden) showNotices(notices, words, (notice) => void open(notice));
  });
  useEffect(() => {
    renewPush(userId).catch(() => undefined); // the screen of settings says what is wrong
  }, [userId]);
  const label = count === null ? t('Notifications') : t('Notifications, {{count}} unread', { count });
  return (
    <>
      <VisuallyHidden aria-live="polite">{told}</VisuallyHidden>
      <Popover
        opened={opened}
        onChange={setOpened}
        position="bottom-end"
        width="min(24rem, calc(100vw - 1rem))"
        withinPortal
        trapFocus
        returnFocus
      >
        <Indicator
          label={count !== null && count > 99 ? '99+' : count}
          size={17}
          offset={4}
          disabled={!count}
          color="red.8"
          className={classes.bell}
        >
          <Popover.Target>
            <ActionIcon variant="subtle" color="gray" size={34} aria-label={label} onClick={() => setOpened(!opened)}>
              <IconBell size={20} stroke={1.6} />
            </ActionIcon>
          </Popover.Target>
        </Indicator>
        <Popover.Dropdown p={0} aria-label={t('Newest notifications')}>
          <Suspense fallback={<div className={classes.waiting} />}>
            <Newest onClose={() => setOpened(false)} />
          </Suspense>
        </Popover.Dropdown>
      </Popover>
    </>
  );
}

/** Words for who reads with the ears; they go, so that the same ones are heard again. */
function useTold(): readonly [string, (words: string) => void] {
  const [told, setTold] = useState('');
  useEffect(() => {
    if (!told) return;
    const timer = setTimeout(() => setTold(''), TOLD_FOR_MS);
    return () => clearTimeout(timer);
  }, [told]);
  return [told, setTold];
}
