import { Anchor, Progress, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { addressOf, type components } from '../api';
import { useTranslation } from '../text/i18n';

type Task = components['schemas']['Task'];

/** How far a task is, as its events tell, and then the way to its file. @param name what it makes */
export function TaskBar({ id, name }: { id: string; name: string }) {
  const { t } = useTranslation();
  const [task, setTask] = useState<Task | null>(null);
  useEffect(() => {
    setTask(null);
    const stream = new EventSource(addressOf(`/api/v1/tasks/${id}/events`));
    stream.onmessage = ({ data }) => {
      const now = JSON.parse(String(data)) as Task;
      setTask(now);
      if (now.finished_at) stream.close();
    };
    return () => stream.close();
  }, [id]);
  const file = (task?.result as { file_id?: string } | null | undefined)?.file_id;
  if (task?.finished_at) {
    return (
      <Text role="status">
        {file ? (
          <Anchor href={addressOf(`/api/v1/storage/download/${file}`)} download>
            {t('Download {{name}}', { name })}
          </Anchor>
        ) : (
          (task.error && t(task.error.detail)) || t('{{name}} was not made.', { name })
        )}
      </Text>
    );
  }
  return (
    <div>
      <Text fz="sm" c="dimmed" role="status">
        {t('{{name}} is being made.', { name })}
      </Text>
      <Progress.Root mt={4}>
        <Progress.Section value={task?.progress ?? 0} aria-label={t('Progress of {{name}}', { name })} />
      </Progress.Root>
    </div>
  );
}
