import { useQuery } from '@tanstack/react-query';
import { get } from '../../shell/api';
import { HomeList } from '../../shell/kit/home-list';
import { useMe } from '../../shell/session/me';
import { useFormat, useTranslation } from '../../shell/text';
import { StatusBadge } from './status';

/** My newest orders, on the first screen. */
export default function HomeOrders() {
  const { t } = useTranslation();
  const format = useFormat();
  const { id } = useMe();
  const found = useQuery(get('/api/v1/orders', { params: { query: { user_id: id, limit: 4 } } }));
  return (
    <HomeList
      title={t('My orders')}
      to="/orders"
      found={found}
      empty={t('You have bought nothing yet')}
      rows={(found.data?.items ?? []).map((order) => ({
        key: order.id,
        to: `/orders/${order.id}`,
        text: `${order.number} · ${format.money(order.total, order.currency)}`,
        aside: <StatusBadge status={order.status} />,
      }))}
    />
  );
}
