import { Button, Group, NativeSelect, Paper, Progress, SimpleGrid, Skeleton, Stack, Table, Text } from '@mantine/core';
import { IconFileTypePdf } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { api, ok } from '../../shell/api';
import { useSubmit } from '../../shell/form';
import { Empty, Page, ProblemAlert, sayProblem, Section } from '../../shell/kit';
import { useListState } from '../../shell/list';
import { TaskBar } from '../../shell/task/task-bar';
import { useFormat, useTranslation } from '../../shell/text';
import { figuresOf } from './sales-figures';
import type { Order } from './status';

const SalesChart = lazy(() => import('./sales-chart'));
const DAY_MS = 86_400_000;
/** Beyond it the newest are told of. */
const MAX_ORDERS = 3000;
const SHOWN = 15;

const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** For the office: what sells, and how much of it. */
export default function Sales() {
  const { t } = useTranslation();
  const format = useFormat();
  const { asked, ask } = useListState();
  const days = ['7', '30', '90'].includes(asked.days) ? Number(asked.days) : 30;
  const to = dayOf(Date.now());
  const from = dayOf(Date.parse(to) - (days - 1) * DAY_MS);
  const orders = useQuery({
    queryKey: ['shop.sales', from],
    queryFn: ({ signal }) => ordersSince(from, signal),
    staleTime: 60_000,
  });
  const [making, setMaking] = useState<string | null>(null);
  const report = useSubmit<undefined>(async (_, headers) => {
    const body = { report_type: 'complex' as const, parameters: { from, to, sections: ['sales'] } };
    const { task_id: id } = await ok(api.POST('/api/v1/tasks/report', { body: body as never, headers }));
    setMaking(id);
  });
  const currencies = [...new Set(orders.data?.found.map(({ currency }) => currency))];
  const currency = currencies.includes(asked.currency) ? asked.currency : (currencies[0] ?? 'USD');
  const figures = figuresOf(orders.data?.found ?? [], currency, from, to);
  const money = (minor: number): string => format.money((minor / 100).toFixed(2), currency);
  return (
    <Page
      title={t('What sells')}
      actions={
        <>
          <NativeSelect
            aria-label={t('Period')}
            value={String(days)}
            onChange={({ currentTarget }) => ask({ days: currentTarget.value })}
            data={[7, 30, 90].map((n) => ({ value: String(n), label: t('Last {{n}} days', { n }) }))}
          />
          {currencies.length > 1 && (
            <NativeSelect
              aria-label={t('Currency')}
              value={currency}
              onChange={({ currentTarget }) => ask({ currency: currentTarget.value })}
              data={currencies}
            />
          )}
          <Button
            variant="default"
            leftSection={<IconFileTypePdf size={16} />}
            loading={report.busy}
            onClick={() => void report.submit(undefined).catch(sayProblem)}
          >
            {t('As PDF')}
          </Button>
        </>
      }
    >
      {report.error !== null && <ProblemAlert error={report.error} />}
      {making && <TaskBar key={making} id={making} name={t('Report of what sells')} />}
      {orders.isError && <ProblemAlert error={orders.error} onRetry={() => void orders.refetch()} />}
      {orders.isPending && !orders.isError && <Skeleton height={320} radius="md" />}
      {orders.data && figures.orders + figures.cancelled === 0 && (
        <Section>
          <Empty title={t('Nothing was sold in these days')}>{t('Choose a longer period.')}</Empty>
        </Section>
      )}
      {orders.data && figures.orders + figures.cancelled > 0 && (
        <>
          {orders.data.isCut && <Text c="dimmed">{t('Of the newest {{n}} orders.', { n: MAX_ORDERS })}</Text>}
          <SimpleGrid cols={{ base: 2, md: 4 }} spacing="sm">
            <Figure name={t('Sold for')} value={money(figures.minor)} />
            <Figure name={t('Orders')} value={format.number(figures.orders)} />
            <Figure name={t('Pieces')} value={format.number(figures.pieces)} />
            <Figure name={t('Cancelled')} value={format.number(figures.cancelled)} />
          </SimpleGrid>
          <Section title={t('By day')}>
            <Suspense fallback={<Skeleton height={260} />}>
              <SalesChart days={figures.days} currency={currency} />
            </Suspense>
          </Section>
          <Section title={t('What was bought most')}>
            <Table.ScrollContainer minWidth={280}>
              <Table verticalSpacing={6} aria-label={t('What was bought most')}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t('Product')}</Table.Th>
                    <Table.Th ta="right">{t('Pieces')}</Table.Th>
                    <Table.Th ta="right">{t('Sold for')}</Table.Th>
                    <Table.Th visibleFrom="sm" w="22%">
                      {t('Part')}
                    </Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {figures.products.slice(0, SHOWN).map(({ id, name, pieces, minor }) => (
                    <Table.Tr key={id}>
                      <Table.Td className="breaks">
                        <Text component={Link} to={`/shop/products/${id}`} td="underline">
                          {name}
                        </Text>
                      </Table.Td>
                      <Table.Td ta="right" className="num">
                        {format.number(pieces)}
                      </Table.Td>
                      <Table.Td ta="right" className="num">
                        {money(minor)}
                      </Table.Td>
                      <Table.Td visibleFrom="sm">
                        <Progress
                          value={(100 * minor) / Math.max(figures.products[0].minor, 1)}
                          aria-label={t('Share of {{name}}', { name })}
                        />
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          </Section>
        </>
      )}
    </Page>
  );
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <Paper withBorder p="sm">
      <Stack gap={2}>
        <Text c="dimmed" fz="sm">
          {name}
        </Text>
        <Group>
          <Text fw={650} fz="xl" className="num">
            {value}
          </Text>
        </Group>
      </Stack>
    </Paper>
  );
}

/** The orders of a period, the newest first. @param from its first day, by UTC */
async function ordersSince(from: string, signal: AbortSignal): Promise<{ found: Order[]; isCut: boolean }> {
  const found: Order[] = [];
  let cursor: string | undefined;
  do {
    const page = await ok(api.GET('/api/v1/orders', { params: { query: { limit: 100, cursor } }, signal }));
    found.push(...page.items.filter((order) => order.created_at.slice(0, 10) >= from));
    const last = page.items.at(-1);
    cursor = last && last.created_at.slice(0, 10) >= from ? (page.next_cursor ?? undefined) : undefined;
  } while (cursor && found.length < MAX_ORDERS);
  return { found, isCut: cursor !== undefined };
}
