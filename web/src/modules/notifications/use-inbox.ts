import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useMe, whoever } from '../../shell/session/me';
import { refresh, unreadCount, type Notice } from './inbox';
import { InboxStream, type Change } from './inbox-stream';

/** What comes in a burst is taken together. */
const TOGETHER_MS = 300;

/**
 * Keeps counts and lists of the inbox true while the page is open.
 * @param onNew told of new notices, those that came together at once
 * @returns how many are unread; null until it is known
 */
export function useInbox(onNew: (notices: readonly Notice[]) => void): number | null {
  const queries = useQueryClient();
  const { id } = useMe();
  const { data } = useQuery({ ...unreadCount(), refetchOnWindowFocus: false });
  const fresh = useRef<Notice[]>([]);
  const timer = useRef(0);
  const tell = useEffectEvent(onNew);
  const take = useEffectEvent(() => {
    timer.current = 0;
    const came = fresh.current;
    fresh.current = [];
    void refresh(queries);
    if (came.length > 0) tell(came);
  });
  const heard = useEffectEvent(({ type, notification }: Change) => {
    if (type === 'created' && notification && notification.read_at === null) fresh.current.push(notification);
    if (timer.current === 0) timer.current = window.setTimeout(take, TOGETHER_MS);
  });
  const first = useRef<number>(null);
  const isKnown = data !== undefined;
  first.current ??= data?.last_seq ?? null;
  useEffect(() => {
    if (!isKnown) return;
    const stream = new InboxStream(id, first.current ?? 0, {
      onChange: (change) => heard(change),
      onOther: () => void queries.invalidateQueries({ queryKey: whoever.queryKey }),
    });
    return () => {
      stream.stop();
      clearTimeout(timer.current);
      timer.current = 0;
    };
  }, [id, isKnown, queries]);
  return data?.count ?? null;
}
