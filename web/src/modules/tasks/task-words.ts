import { useFormat, useTranslation } from '../../shell/text';
import type { Task } from './use-tasks';

/** Characters of a result that are shown. */
const LONG = 24;

interface TaskWords {
  title(task: Task): string;
  status(task: Task): string;
  outcome(task: Task): string;
}

/** What a task is called, how it stands, what has come of it. */
export function useTaskWords(): TaskWords {
  const { t } = useTranslation();
  const format = useFormat();
  const titles: Record<string, string> = { email: t('E-mail'), process_data: t('Numbers'), report: t('Report') };
  const statuses: Record<Task['status'], string> = {
    pending: t('waiting'),
    running: t('running'),
    completed: t('done'),
    failed: t('failed'),
    cancelled: t('cancelled'),
  };
  const operations: Record<string, string> = { sum: t('sum'), average: t('average'), count: t('count') };
  /** A sum may have hundreds of digits, all of which the API tells. */
  const inShort = (number: unknown): string => {
    const text = String(number);
    return text.length > LONG
      ? t('{{start}}… ({{length}} characters)', { start: text.slice(0, LONG), length: text.length })
      : text;
  };
  return {
    title: ({ type, task_id: id }) => `${titles[type] ?? type} ${id.slice(-4)}`,
    status: ({ status }) => statuses[status],
    outcome: ({ result, error }) => {
      if (error) return t(error.detail);
      const found = result;
      if (!found) return '';
      if (found.file_id) return `${String(found.filename)}, ${format.bytes(Number(found.size))}`;
      if ('result' in found) {
        const operation = operations[String(found.operation)] ?? String(found.operation);
        return t('{{operation}} of {{items}}: {{result}}', {
          operation,
          items: found.items_processed,
          result: inShort(found.result),
        });
      }
      return found.recipient ? t('to {{recipient}}', { recipient: found.recipient }) : '';
    },
  };
}

/** Where the file lies that came of a task; null without one. */
export function fileOf({ result }: Task): string | null {
  const found = result as { file_id?: string } | null;
  return found?.file_id ?? null;
}
