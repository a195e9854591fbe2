import { Alert, Button, Group, Stack, Table, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api, get, ok } from '../../shell/api';
import { Confirm, Facts, Page, ProblemAlert, say, ScreenSkeleton, Section } from '../../shell/kit';
import { useMay, useMe } from '../../shell/session/me';
import { useFormat, useTranslation } from '../../shell/text';
import { useCart } from './cart-store';
import { OrderHistory } from './order-history';
import { OrderSteps } from './order-steps';
import { mayCancel, StatusBadge } from './status';

/** One order: what was bought, where it is, and a way to cancel it. */
export default function OrderScreen() {
  const { t } = useTranslation();
  const format = useFormat();
  const me = useMe();
  const mayManage = useMay()('manage_orders');
  const queries = useQueryClient();
  const { id = '' }: Record<string, string> = useParams({ strict: false });
  const { placed }: Record<string, string | undefined> = useSearch({ strict: false });
  const { add } = useCart();
  const [cancelling, setCancelling] = useState(false);
  const order = useQuery(get('/api/v1/orders/{id}', { params: { path: { id } } }));
  const above = [{ title: t('My orders'), to: '/orders' }];
  if (order.isError) {
    return (
      <Page title={t('Order')} above={above}>
        <ProblemAlert error={order.error} onRetry={() => void order.refetch()} />
      </Page>
    );
  }
  if (!order.data) return <ScreenSkeleton />;
  const { number, items, total, currency, status, shipping_address: address, user_id: userId } = order.data;
  const isMine = userId === me.id;
  const refresh = (): Promise<unknown> =>
    Promise.all(
      ['shop.board', '/api/v1/orders', '/api/v1/orders/{id}', '/api/v1/orders/{id}/history', '/api/v1/products'].map(
        (path) => queries.invalidateQueries({ queryKey: [path] }),
      ),
    );
  return (
    <Page
      title={t('Order {{number}}', { number })}
      above={isMine ? above : [{ title: t('Orders board'), to: '/shop-office/orders' }]}
      actions={
        <>
          {isMine && (
            <Button
              variant="default"
              onClick={() => {
                for (const line of items) add(line.product_id, line.quantity);
                say(t('All of it is in the cart.'));
              }}
            >
              {t('Buy it again')}
            </Button>
          )}
          {(isMine || mayManage) && mayCancel(status) && (
            <Button variant="light" color="red" onClick={() => setCancelling(true)}>
              {t('Cancel the order')}
            </Button>
          )}
        </>
      }
    >
      {placed && status === 'pending' && (
        <Alert color="teal" icon={<IconCheck size={18} />} role="status">
          {t('Thank you: your order is placed. A letter is on its way to {{email}}.', { email: me.email })}
        </Alert>
      )}
      {mayManage && <OrderSteps order={order.data} onMoved={refresh} />}
      <Section title={t('What was bought')}>
        <Table.ScrollContainer minWidth={300}>
          <Table verticalSpacing={7}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('Product')}</Table.Th>
                <Table.Th ta="right">{t('Price')}</Table.Th>
                <Table.Th ta="right">{t('Pieces')}</Table.Th>
                <Table.Th ta="right">{t('Sum')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {items.map((line) => (
                <Table.Tr key={line.id}>
                  <Table.Td className="breaks">
                    <Text component={Link} to={`/shop/products/${line.product_id}`} td="underline">
                      {line.product_name}
                    </Text>
                  </Table.Td>
                  <Table.Td ta="right" className="num">
                    {format.money(line.unit_price, currency)}
                  </Table.Td>
                  <Table.Td ta="right" className="num">
                    {format.number(line.quantity)}
                  </Table.Td>
                  <Table.Td ta="right" className="num">
                    {format.money(line.subtotal, currency)}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
        <Group justify="flex-end" mt="xs">
          <Text fw={650} fz="lg" className="num">
            {t('Total {{total}}', { total: format.money(total, currency) })}
          </Text>
        </Group>
      </Section>
      <Section title={t('Where it is')}>
        <Stack>
          <Facts
            of={[
              [t('Status'), <StatusBadge key="status" status={status} />],
              [
                t('Goes to'),
                <span key="to" style={{ whiteSpace: 'pre-line' }}>
                  {address || '–'}
                </span>,
              ],
            ]}
          />
          <OrderHistory id={id} />
        </Stack>
      </Section>
      <Confirm
        opened={cancelling}
        onClose={() => setCancelling(false)}
        title={t('Cancel order {{number}}?', { number })}
        action={t('Cancel the order')}
        onConfirm={async () => {
          try {
            await ok(api.DELETE('/api/v1/orders/{id}', { params: { path: { id } } }));
            say(t('Order {{number}} is cancelled.', { number }));
          } finally {
            await refresh(); // it may have been shipped meanwhile
          }
        }}
      >
        {t('The goods go back into stock.')}
      </Confirm>
    </Page>
  );
}
