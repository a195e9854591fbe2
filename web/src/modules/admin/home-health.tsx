import { Anchor, Badge, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { get } from '../../shell/api';
import { ProblemAlert, RowsSkeleton, Section } from '../../shell/kit';
import { useTranslation } from '../../shell/text';

/** For an operator: what does not work, on the first screen. */
export default function HomeHealth() {
  const { t } = useTranslation();
  const health = useQuery({ ...get('/health'), refetchInterval: 10_000 });
  const ill = [
    ...Object.entries(health.data?.services ?? {}).flatMap(([name, { status }]) =>
      status === 'healthy' ? [] : [name],
    ),
    ...Object.entries(health.data?.breakers ?? {}).flatMap(([name, state]) => (state === 'closed' ? [] : [name])),
  ];
  return (
    <Section
      title={t('Health')}
      actions={
        <Anchor component={Link} to="/admin/system">
          {t('Show all')}
        </Anchor>
      }
    >
      {health.isPending && <RowsSkeleton rows={1} />}
      {health.isError && <ProblemAlert error={health.error} />}
      {health.data && ill.length === 0 && <Text>{t('Every part works.')}</Text>}
      <Group gap="xs">
        {ill.map((name) => (
          <Badge key={name} color="red" tt="none">
            {name}
          </Badge>
        ))}
      </Group>
    </Section>
  );
}
