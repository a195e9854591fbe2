import { useInfiniteQuery, useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useMemo } from 'react';
import { addressOf, get, type components } from '../../shell/api';

export type Task = components['schemas']['Task'];
type TaskPage = components['schemas']['TaskPage'];
const PATH = '/api/v1/tasks';
const KEY = [PATH];
/** A browser holds six connections to one place open: the newest tasks move by themselves, the others by a look. */
const WATCHED_AT_MOST = 4;
const POLL_INTERVAL_MS = 2000;

export const isOpen = ({ status }: Task): boolean => status === 'pending' || status === 'running';

/** My tasks, or everybody's for who manages them, the newest first, as they move. */
export function useTasks() {
  const queries = useQueryClient();
  const pages = useInfiniteQuery({
    queryKey: KEY,
    queryFn: ({ pageParam, signal }) =>
      get(PATH, { params: { query: { limit: 20, ...(pageParam && { cursor: pageParam }) } } }).queryFn({ signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next_cursor,
  });
  const tasks = useMemo(() => pages.data?.pages.flatMap(({ items }) => items) ?? [], [pages.data]);
  const show = (task: Task): void => {
    queries.setQueryData<InfiniteData<TaskPage, string>>(KEY, (old) => old && withTask(old, task));
  };
  const moved = useEffectEvent(show);
  const open = tasks.filter(isOpen).map(({ task_id: id }) => id);
  const watched = open.slice(0, WATCHED_AT_MOST).join();
  useEffect(() => {
    const streams = watched.split(',').flatMap((id) => {
      if (!id) return [];
      const stream = new EventSource(addressOf(`${PATH}/${id}/events`));
      stream.onmessage = ({ data }) => moved(JSON.parse(String(data)) as Task);
      return [stream];
    });
    return () => streams.forEach((stream) => stream.close());
  }, [watched]);
  const others = open.slice(WATCHED_AT_MOST).join();
  useEffect(() => {
    if (!others) return;
    const timer = setInterval(() => void queries.invalidateQueries({ queryKey: KEY }), POLL_INTERVAL_MS);
    return () => clearInterval(timer);
  }, [others, queries]);
  return { pages, tasks, show };
}

/** With the present state of a task, a new one on top. */
function withTask(data: InfiniteData<TaskPage, string>, task: Task): InfiniteData<TaskPage, string> {
  const isKnown = data.pages.some(({ items }) => items.some((one) => one.task_id === task.task_id));
  const pages = data.pages.map((page, at) => ({
    ...page,
    items: isKnown
      ? page.items.map((one) => (one.task_id === task.task_id ? task : one))
      : at === 0
        ? [task, ...page.items]
        : page.items,
  }));
  return { ...data, pages };
}
