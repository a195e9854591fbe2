import { useQuery } from '@tanstack/react-query';
import { get } from '../../shell/api';
import { HomeList } from '../../shell/kit/home-list';
import { useMe } from '../../shell/session/me';
import { useTranslation } from '../../shell/text';
import { useTaskWords } from './task-words';
import { isOpen } from './use-tasks';

const POLL_INTERVAL_MS = 5000;

/** My newest tasks, on the first screen: how far they are, or what has come of them. */
export default function HomeTasks() {
  const { t } = useTranslation();
  const words = useTaskWords();
  const { id } = useMe();
  const found = useQuery({
    ...get('/api/v1/tasks', { params: { query: { user_id: id, limit: 4 } } }),
    refetchInterval: ({ state }) => (state.data?.items.some(isOpen) ? POLL_INTERVAL_MS : false),
  });
  return (
    <HomeList
      title={t('Your tasks')}
      to="/tasks"
      found={found}
      empty={t('Nothing is being worked on for you.')}
      rows={(found.data?.items ?? []).map((task) => ({
        key: task.task_id,
        to: '/tasks',
        text: words.title(task),
        aside: isOpen(task) ? `${words.status(task)} · ${task.progress} %` : words.status(task),
      }))}
    />
  );
}
