import { Stack } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { ProblemAlert } from '../kit/problem';

/** In the place of a screen that could not be shown. */
export function Trouble({ error }: { error: unknown }) {
  const router = useRouter();
  return (
    <Stack p="md">
      <ProblemAlert error={error} onRetry={() => void router.invalidate()} />
    </Stack>
  );
}
