import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { AtriumError } from '../api';
import { problemText, useTranslation } from '../text';

interface ProblemProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
  /** In the place of the text of the refusal. */
  readonly text?: string;
}

/** What a refusal says, with the id of the request, and a way to try again as soon as that makes sense. */
export function ProblemAlert({ error, onRetry, text }: ProblemProps) {
  const { t } = useTranslation();
  const known = error instanceof AtriumError ? error : null;
  const waitS = useCountdown(known);
  const mayRetry = onRetry && (!known || known.status === 0 || known.status === 429 || known.status >= 500);
  return (
    <Alert color="red" variant="light" icon={<IconAlertTriangle size={18} />} role="alert">
      <Text className="breaks">{text ?? problemText(error)}</Text>
      {known?.problem?.request_id && known.status >= 500 && (
        <Text fz="xs" c="dimmed" className="breaks">
          {t('Request {{id}}', { id: known.problem.request_id })}
        </Text>
      )}
      {mayRetry && (
        <Group mt="xs">
          <Button size="compact-sm" variant="default" onClick={onRetry} disabled={waitS > 0}>
            {waitS > 0 ? t('Try again in {{waitS}} s.', { waitS }) : t('Try again')}
          </Button>
        </Group>
      )}
    </Alert>
  );
}

function useCountdown(error: AtriumError | null): number {
  const [left, setLeft] = useState(error?.retryAfterS ?? 0);
  useEffect(() => setLeft(error?.retryAfterS ?? 0), [error]);
  useEffect(() => {
    if (left <= 0) return;
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left]);
  return left;
}
