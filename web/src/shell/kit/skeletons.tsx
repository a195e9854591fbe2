import { Skeleton, Stack } from '@mantine/core';
import { useTranslation } from '../text/i18n';

/** In the place of a screen that is on its way. */
export function ScreenSkeleton() {
  const { t } = useTranslation();
  return (
    <Stack gap="md" role="status" aria-label={t('Loading…')}>
      <Skeleton height={28} width={220} />
      <RowsSkeleton rows={6} />
    </Stack>
  );
}

export function RowsSkeleton({ rows }: { rows: number }) {
  return (
    <Stack gap={10}>
      {Array.from({ length: rows }, (_, at) => (
        <Skeleton key={at} height={18} width={`${96 - ((at * 17) % 30)}%`} />
      ))}
    </Stack>
  );
}
