import { Progress, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { get } from '../../shell/api';
import { useFormat, useTranslation } from '../../shell/text';

const NEARLY_FULL = 90;

/** How much room my files take of what there is. */
export function Quota() {
  const { t } = useTranslation();
  const format = useFormat();
  const usage = useQuery(get('/api/v1/storage/usage'));
  if (!usage.data) return null;
  const { used_bytes: used, quota_bytes: quota } = usage.data;
  const percent = Math.min(100, (used / quota) * 100);
  return (
    <div>
      <Progress.Root size="sm">
        <Progress.Section
          value={percent}
          color={percent >= NEARLY_FULL ? 'red' : undefined}
          aria-label={t('Room that is taken')}
        />
      </Progress.Root>
      <Text fz="xs" c="dimmed" mt={4}>
        {t('{{used}} of {{quota}} taken', { used: format.bytes(used), quota: format.bytes(quota) })}
      </Text>
    </div>
  );
}
