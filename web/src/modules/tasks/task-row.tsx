import { Button, Group, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { addressOf, api, ok } from '../../shell/api';
import { useSubmit } from '../../shell/form';
import { sayProblem } from '../../shell/kit';
import { useFormat, useTranslation } from '../../shell/text';
import { fileOf, useTaskWords } from './task-words';
import { isOpen, type Task } from './use-tasks';
import classes from './tasks.module.css';

/** A task: how far it is, what has come of it, what can be done with it. */
export function TaskRow({ task, onChange }: { task: Task; onChange: (task: Task) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useTaskWords();
  const { task_id: id, status, progress } = task;
  const title = words.title(task);
  const params = { path: { id } };
  const button = useRef<HTMLButtonElement>(null);
  const pressed = useRef(false);
  const run = async (work: () => Promise<Task>): Promise<void> => {
    pressed.current = true;
    await work().then(onChange, (error: unknown) => {
      pressed.current = false;
      sayProblem(error);
    });
  };
  const cancel = useSubmit<undefined>(() => run(() => ok(api.DELETE('/api/v1/tasks/{id}', { params }))));
  const retry = useSubmit<undefined>(() => run(() => ok(api.POST('/api/v1/tasks/{id}/retry', { params }))));
  // The button that takes the place of the one that was pressed gets the focus.
  useEffect(() => {
    if (pressed.current) button.current?.focus();
    pressed.current = false;
  }, [status]);
  const file = fileOf(task);
  const facts = [words.status(task), words.outcome(task), format.ago(task.finished_at ?? task.created_at)];
  const colour = status === 'failed' ? 'var(--mantine-color-error)' : 'dimmed';
  return (
    <li data-status={status} className={classes.row}>
      <div className={classes.about}>
        <Text fw={550} className="breaks">
          {title}
        </Text>
        <Text fz="sm" c={colour} className="breaks">
          {facts.filter(Boolean).join(' · ')}
        </Text>
        {isOpen(task) && (
          <progress max={100} value={progress} aria-label={t('Progress of {{name}}', { name: title })} />
        )}
      </div>
      <Group gap="xs" wrap="nowrap">
        {file && (
          <Button
            component="a"
            size="compact-sm"
            variant="default"
            href={addressOf(`/api/v1/storage/download/${file}`)}
            download
            aria-label={t('Download {{name}}', { name: title })}
          >
            {t('Download')}
          </Button>
        )}
        {isOpen(task) && (
          <Button
            ref={button}
            size="compact-sm"
            variant="default"
            onClick={() => void cancel.submit(undefined)}
            aria-label={t('Cancel {{name}}', { name: title })}
          >
            {t('Cancel')}
          </Button>
        )}
        {(status === 'failed' || status === 'cancelled') && (
          <Button
            ref={button}
            size="compact-sm"
            variant="default"
            onClick={() => void retry.submit(undefined)}
            aria-label={t('Try {{name}} again', { name: title })}
          >
            {t('Try again')}
          </Button>
        )}
      </Group>
    </li>
  );
}
