import { defineCategory, noticeOf, PreparedNotice } from '../../communication/notifications';

interface TaskFacts {
  /** Of the kind, as the API has it. */
  readonly type: string;
}

export const TASK_FINISHED = defineCategory<TaskFacts>('tasks.finished', {
  sentence: { en: 'A task of mine is finished.', es: 'Termina una tarea mía.' },
  texts: {
    en: ({ type }) => ({ title: `Your task “${type}” is finished`, body: 'Its result is shown with it.' }),
    es: ({ type }) => ({ title: `Tu tarea «${type}» ha terminado`, body: 'Su resultado se ve en ella.' }),
  },
});

export const TASK_FAILED = defineCategory<TaskFacts>('tasks.failed', {
  sentence: { en: 'A task of mine has failed.', es: 'Falla una tarea mía.' },
  texts: {
    en: ({ type }) => ({ title: `Your task “${type}” has failed`, body: 'What went wrong is shown with it.' }),
    es: ({ type }) => ({ title: `Tu tarea «${type}» ha fallado`, body: 'Lo que ha ido mal se ve en ella.' }),
  },
});

/** Tells the owner of a task how it has ended; several of one kind that nobody has looked at are one notice. */
export function endOfTask(
  { id, userId, type, runNo }: { id: string; userId: string; type: string; runNo: number },
  end: 'finished' | 'failed',
): PreparedNotice {
  return noticeOf({
    userIds: [userId],
    category: end === 'finished' ? TASK_FINISHED : TASK_FAILED,
    facts: { type },
    actionUrl: '/tasks',
    dedupeKey: `${id}:${runNo}`,
    collapseKey: type,
  });
}
