import { Badge, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { get } from '../../shell/api';
import { ProblemAlert, RowsSkeleton, Section } from '../../shell/kit';
import { useFormat, useTranslation } from '../../shell/text';

const COLOURS = { closed: 'teal', open: 'red', half_open: 'yellow' } as const;

/** The parts of the application, and the breakers around calls outward. */
export function Parts() {
  const { t } = useTranslation();
  const format = useFormat();
  const health = useQuery({ ...get('/health'), refetchInterval: 5000 });
  const breakers = { closed: t('closed'), open: t('open'), half_open: t('trying') };
  return (
    <Section
      title={t('Parts')}
      actions={
        health.data && (
          <Badge color={health.data.status === 'healthy' ? 'teal' : 'red'} tt="none">
            {health.data.status === 'healthy' ? t('healthy') : t('degraded')}
          </Badge>
        )
      }
    >
      {health.isPending && <RowsSkeleton rows={5} />}
      {health.isError && <ProblemAlert error={health.error} onRetry={() => void health.refetch()} />}
      <Stack gap={6}>
        {Object.entries(health.data?.services ?? {}).map(([name, part]) => (
          <Group key={name} gap="xs" justify="space-between">
            <Text>{name}</Text>
            <Group gap="xs">
              <Text c="dimmed" fz="sm" className="num">
                {t('{{ms}} ms', { ms: format.number(part.response_time ?? 0, { maximumFractionDigits: 1 }) })}
              </Text>
              <Badge color={part.status === 'healthy' ? 'teal' : 'red'} tt="none">
                {part.status === 'healthy' ? t('healthy') : t('unhealthy')}
              </Badge>
            </Group>
          </Group>
        ))}
        {Object.entries(health.data?.breakers ?? {}).map(([name, state]) => (
          <Group key={name} gap="xs" justify="space-between">
            <Text className="breaks">{t('Breaker {{name}}', { name })}</Text>
            <Badge color={COLOURS[state]} tt="none">
              {breakers[state]}
            </Badge>
          </Group>
        ))}
      </Stack>
    </Section>
  );
}
