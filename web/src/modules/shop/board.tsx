import { ActionIcon, Badge, Button, Group, ScrollArea, Skeleton, Stack, Text, Tooltip } from '@mantine/core';
import { IconArrowRight, IconRefresh } from '@tabler/icons-react';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, ok } from '../../shell/api';
import { Page, ProblemAlert } from '../../shell/kit';
import { useFormat, useTranslation } from '../../shell/text';
import classes from './shop.module.css';
import { NEXT, STATUS_NAMES, STATUSES, type Order, type Status } from './status';
import { useMove } from './use-move';

const LIMIT = 25;
const REFRESH_MS = 30_000;

/** For the office: all orders by what has to be done with them. */
export default function Board() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const refresh = (): Promise<void> => queries.invalidateQueries({ queryKey: ['shop.board'] });
  const { move, busy } = useMove(refresh);
  return (
    <Page
      title={t('Orders board')}
      actions={
        <Button variant="default" leftSection={<IconRefresh size={16} />} onClick={() => void refresh()}>
          {t('Look again')}
        </Button>
      }
    >
      <div className={classes.board} tabIndex={0} role="region" aria-label={t('Orders by status')}>
        {STATUSES.map((status) => (
          <Lane key={status} status={status} busy={busy} onMove={(order, next) => void move(order, next)} />
        ))}
      </div>
    </Page>
  );
}

interface LaneProps {
  readonly status: Status;
  readonly busy: string | null;
  readonly onMove: (order: Order, next: Status) => void;
}

function Lane({ status, busy, onMove }: LaneProps) {
  const { t } = useTranslation();
  const name = t(STATUS_NAMES[status]);
  const orders = useInfiniteQuery({
    queryKey: ['shop.board', status],
    queryFn: ({ pageParam, signal }) =>
      ok(api.GET('/api/v1/orders', { params: { query: { status, limit: LIMIT, cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next_cursor: next }) => next ?? undefined,
    refetchInterval: REFRESH_MS,
  });
  const found = orders.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section className={classes.lane} aria-label={name}>
      <Group justify="space-between" mb="xs">
        <Text fw={600}>{name}</Text>
        {orders.data && (
          <Badge color="gray" tt="none">
            {orders.hasNextPage ? t('more than {{n}}', { n: found.length }) : found.length}
          </Badge>
        )}
      </Group>
      {orders.isError && <ProblemAlert error={orders.error} onRetry={() => void orders.refetch()} />}
      {orders.isPending && <Skeleton height={84} />}
      <ScrollArea.Autosize mah="calc(100vh - 240px)" type="auto" viewportProps={{ tabIndex: found.length ? 0 : -1 }}>
        <Stack gap="xs">
          {found.map((order) => (
            <Card key={order.id} order={order} isBusy={busy === order.id} onMove={onMove} />
          ))}
          {orders.data && found.length === 0 && (
            <Text c="dimmed" fz="sm" ta="center" py="sm">
              {t('None')}
            </Text>
          )}
          {orders.hasNextPage && (
            <Button
              variant="subtle"
              size="compact-sm"
              loading={orders.isFetchingNextPage}
              onClick={() => void orders.fetchNextPage()}
            >
              {t('Show more')}
            </Button>
          )}
        </Stack>
      </ScrollArea.Autosize>
    </section>
  );
}

function Card({ order, isBusy, onMove }: { order: Order; isBusy: boolean; onMove: LaneProps['onMove'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const next = NEXT[order.status];
  return (
    <article className={classes.card} aria-label={order.number}>
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <Link to={`/orders/${order.id}`} className={classes.name}>
          {order.number}
        </Link>
        <Text className="num" fw={600}>
          {format.money(order.total, order.currency)}
        </Text>
      </Group>
      <Text fz="sm" lineClamp={2} className="breaks">
        {order.items.map((line) => `${line.quantity} × ${line.product_name}`).join(', ')}
      </Text>
      <Group justify="space-between" gap="xs" mt={4}>
        <Text fz="xs" c="dimmed">
          {format.ago(order.created_at)}
        </Text>
        {next && (
          <Tooltip label={t('Move on: {{status}}', { status: t(STATUS_NAMES[next]) })}>
            <ActionIcon
              variant="light"
              size={30}
              loading={isBusy}
              onClick={() => onMove(order, next)}
              aria-label={t('Move {{number}} on: {{status}}', {
                number: order.number,
                status: t(STATUS_NAMES[next]),
              })}
            >
              <IconArrowRight size={16} />
            </ActionIcon>
          </Tooltip>
        )}
      </Group>
    </article>
  );
}
