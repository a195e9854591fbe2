import { Button, Group, Text } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { Section } from '../../shell/kit';
import { useTranslation } from '../../shell/text';
import { NEXT, STATUS_NAMES, StatusBadge, type Order } from './status';
import { useMove } from './use-move';

/** For the office: moves the order on. */
export function OrderSteps({ order, onMoved }: { order: Order; onMoved: () => Promise<unknown> }) {
  const { t } = useTranslation();
  const { move, busy } = useMove(onMoved);
  const next = NEXT[order.status];
  if (!next) return null;
  return (
    <Section>
      <Group justify="space-between">
        <Group gap="xs">
          <Text fw={600}>{t('For the office')}</Text>
          <StatusBadge status={order.status} />
        </Group>
        <Button
          rightSection={<IconArrowRight size={16} />}
          loading={busy === order.id}
          onClick={() => void move(order, next)}
        >
          {t('Move on: {{status}}', { status: t(STATUS_NAMES[next]) })}
        </Button>
      </Group>
    </Section>
  );
}
