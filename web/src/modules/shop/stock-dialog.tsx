import { Button, Group, Modal, NumberInput, Stack, Table, Text } from '@mantine/core';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ok } from '../../shell/api';
import { FormStatus, useSubmit } from '../../shell/form';
import { ProblemAlert, RowsSkeleton, say } from '../../shell/kit';
import { msg, useFormat, useTranslation } from '../../shell/text';
import type { Product } from './products';

const REASONS: Readonly<Record<string, string>> = {
  initial: msg('First count'),
  set: msg('Counted by hand'),
  sold: msg('Sold'),
  returned: msg('Came back'),
  import: msg('From a file'),
};

interface StockDialogProps {
  readonly product: Product;
  readonly onClose: () => void;
  readonly onChanged: () => Promise<void>;
}

/** What is on hand of a product, every change of it, and a way to set it. */
export function StockDialog({ product, onClose, onChanged }: StockDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const queries = useQueryClient();
  const { id } = product;
  const [stock, setStock] = useState<number | string>(product.stock);
  const movements = useInfiniteQuery({
    queryKey: ['shop.movements', id],
    queryFn: ({ pageParam, signal }) =>
      ok(
        api.GET('/api/v1/products/{id}/movements', {
          params: { path: { id }, query: { limit: 20, cursor: pageParam } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next_cursor: next }) => next ?? undefined,
  });
  const { submit, busy, error } = useSubmit<{ stock: number }>(async (body, headers) => {
    await ok(api.PUT('/api/v1/products/{id}/stock', { params: { path: { id } }, body, headers }));
    say(t('{{n}} of “{{name}}” are on hand.', { n: format.number(body.stock), name: product.name }));
    await Promise.all([onChanged(), queries.invalidateQueries({ queryKey: ['shop.movements', id] })]);
  });
  const rows = movements.data?.pages.flatMap(({ items }) => items) ?? [];
  const onHand = rows[0]?.on_hand ?? product.stock;
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('Stock of “{{name}}”', { name: product.name })}
      closeButtonProps={{ 'aria-label': t('Close') }}
    >
      <Stack>
        <Text>{t('{{n}} on hand', { n: format.number(onHand) })}</Text>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (stock !== '') void submit({ stock: Number(stock) });
          }}
        >
          <Group align="flex-end">
            <NumberInput
              label={t('Counted')}
              min={0}
              max={1_000_000_000}
              allowDecimal={false}
              value={stock}
              onChange={setStock}
              data-autofocus
            />
            <Button type="submit" loading={busy} disabled={stock === '' || Number(stock) === onHand}>
              {t('Set the stock')}
            </Button>
          </Group>
        </form>
        <FormStatus error={error} />
        {movements.isError && <ProblemAlert error={movements.error} onRetry={() => void movements.refetch()} />}
        {movements.isPending && <RowsSkeleton rows={4} />}
        {rows.length > 0 && (
          <Table.ScrollContainer minWidth={280}>
            <Table verticalSpacing={6} aria-label={t('Movements')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('When')}</Table.Th>
                  <Table.Th>{t('Why')}</Table.Th>
                  <Table.Th ta="right">{t('Change')}</Table.Th>
                  <Table.Th ta="right">{t('On hand')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {rows.map((row) => (
                  <Table.Tr key={row.id}>
                    <Table.Td>{format.instant(row.created_at)}</Table.Td>
                    <Table.Td>{t(REASONS[row.reason])}</Table.Td>
                    <Table.Td ta="right" className="num">
                      {format.number(row.delta, { signDisplay: 'always' })}
                    </Table.Td>
                    <Table.Td ta="right" className="num">
                      {format.number(row.on_hand)}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
        {movements.hasNextPage && (
          <Button
            variant="subtle"
            loading={movements.isFetchingNextPage}
            onClick={() => void movements.fetchNextPage()}
          >
            {t('Show more')}
          </Button>
        )}
      </Stack>
    </Modal>
  );
}
