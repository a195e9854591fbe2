import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { AtriumError } from '../api';
import { problemText, t } from '../text';

const UNDO_MS = 20_000;

/** Says that something has been done. @param undo takes it back, while the words stand */
export function say(text: string, undo?: () => Promise<unknown>): void {
  const id = crypto.randomUUID();
  const takeBack = async (): Promise<void> => {
    notifications.hide(id);
    try {
      await undo?.();
      say(t('Taken back.'));
    } catch (error) {
      sayProblem(error);
    }
  };
  notifications.show({
    id,
    color: 'teal',
    icon: <IconCheck size={18} />,
    closeButtonProps: { 'aria-label': t('Close') },
    autoClose: undo ? UNDO_MS : 5000,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text>{text}</Text>
        {undo && (
          <Button variant="subtle" size="compact-sm" onClick={() => void takeBack()}>
            {t('Undo')}
          </Button>
        )}
      </Group>
    ),
  });
}

/** Says what a refusal says, where no form is there to say it. */
export function sayProblem(error: unknown): void {
  if (!(error instanceof AtriumError)) console.error(error); // eslint-disable-line no-console -- a fault of ours, for who looks
  const requestId = error instanceof AtriumError ? error.problem?.request_id : undefined;
  notifications.show({
    color: 'red',
    icon: <IconAlertTriangle size={18} />,
    closeButtonProps: { 'aria-label': t('Close') },
    autoClose: UNDO_MS,
    message: (
      <>
        <Text>{problemText(error)}</Text>
        {requestId && (
          <Text fz="xs" c="dimmed" className="breaks">
            {t('Request {{id}}', { id: requestId })}
          </Text>
        )}
      </>
    ),
  });
}
