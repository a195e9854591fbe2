import { Button, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { get } from '../../shell/api';
import { Empty, Page, ProblemAlert, RowsSkeleton, Section } from '../../shell/kit';
import { useMay } from '../../shell/session/me';
import { useTranslation } from '../../shell/text';
import { EmailForm } from './email-form';
import { NumbersForm } from './numbers-form';
import { Queues } from './queues';
import { ReportForm } from './report-form';
import { TaskRow } from './task-row';
import { useTaskWords } from './task-words';
import { isOpen, useTasks, type Task } from './use-tasks';
import classes from './tasks.module.css';

/** What somebody has asked for and need not wait for. */
export default function Tasks() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const may = useMay();
  const { pages, tasks, show } = useTasks();
  const told = useEndings(tasks);
  const started = async ({ task_id: id }: { task_id: string }): Promise<void> => {
    show(await queries.fetchQuery({ ...get('/api/v1/tasks/{id}', { params: { path: { id } } }), staleTime: 0 }));
  };
  const manages = may('manage_tasks');
  return (
    <Page title={t('Tasks')} about={t('What you have asked for and need not wait for.')}>
      <Text role="status" className={classes.status}>
        {told}
      </Text>
      <div className={classes.layout}>
        <div className={classes.column}>
          <Section title={manages ? t('Everybody’s tasks') : t('Your tasks')}>
            {pages.isPending && <RowsSkeleton rows={5} />}
            {pages.isError && <ProblemAlert error={pages.error} onRetry={() => void pages.refetch()} />}
            {pages.isSuccess && tasks.length === 0 && (
              <Empty title={t('There are none yet.')}>{t('Ask for a report, for example.')}</Empty>
            )}
            <ul id="tasks" className={classes.rows}>
              {tasks.map((task) => (
                <TaskRow key={task.task_id} task={task} onChange={show} />
              ))}
            </ul>
            {pages.hasNextPage && (
              <Button
                variant="default"
                mt="sm"
                loading={pages.isFetchingNextPage}
                onClick={() => void pages.fetchNextPage()}
              >
                {t('Show older ones')}
              </Button>
            )}
          </Section>
          {manages && <Queues />}
        </div>
        <div className={classes.column}>
          <ReportForm onStarted={started} />
          <EmailForm onStarted={started} />
          <NumbersForm onStarted={started} />
        </div>
      </div>
    </Page>
  );
}

/** Says what has ended, and how. */
function useEndings(tasks: readonly Task[]): string {
  const { t } = useTranslation();
  const words = useTaskWords();
  const before = useRef(new Map<string, boolean>());
  const [told, setTold] = useState('');
  useEffect(() => {
    const ended = tasks.find((task) => before.current.get(task.task_id) && !isOpen(task));
    before.current = new Map(tasks.map((task) => [task.task_id, isOpen(task)]));
    if (!ended) return;
    const text = t('{{title}} is {{status}}.', { title: words.title(ended), status: words.status(ended) });
    setTold(`${text} ${words.outcome(ended)}`.trim());
  }, [tasks, t, words]);
  return told;
}
