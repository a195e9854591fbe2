import type { MouseEvent } from 'react';
import { addressOfNotice, useOpen } from './use-open';
import type { Notice } from './inbox';
import classes from './notifications.module.css';

/** What a notice says; a link where it leads somewhere. */
export function NoticeTitle({ notice, onOpened }: { notice: Notice; onOpened?: () => void }) {
  const open = useOpen();
  const address = addressOfNotice(notice);
  const { title, count } = notice;
  const isOurs = notice.action_url?.startsWith('/') ?? false;
  const follow = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onOpened?.();
    void open(notice);
  };
  return (
    <span className={classes.title}>
      {address ? (
        <a href={address} onClick={follow} {...(!isOurs && { target: '_blank', rel: 'noopener noreferrer' })}>
          <bdi>{title}</bdi>
        </a>
      ) : (
        <bdi>{title}</bdi>
      )}
      {count > 1 && <span className={classes.times}>×{count}</span>}
    </span>
  );
}
