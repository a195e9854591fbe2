import { Button } from '@mantine/core';
import { IconReceipt } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { get } from '../../shell/api';
import { Empty, Page } from '../../shell/kit';
import { DataList } from '../../shell/list';
import { useMe } from '../../shell/session/me';
import { useFormat, useTranslation } from '../../shell/text';
import { StatusBadge, STATUS_NAMES, STATUSES, type Status } from './status';

/** What who is here has bought. */
export default function Orders() {
  const { t } = useTranslation();
  const format = useFormat();
  const me = useMe();
  return (
    <Page title={t('My orders')}>
      <DataList
        title={t('My orders')}
        query={({ limit, cursor, status }) =>
          get('/api/v1/orders', {
            params: { query: { limit, cursor, user_id: me.id, status: status as Status | undefined } },
          })
        }
        rowKey={({ id }) => id}
        to={({ id }) => `/orders/${id}`}
        filters={[
          {
            key: 'status',
            label: t('Status'),
            choices: STATUSES.map((value) => ({ value, label: t(STATUS_NAMES[value]) })),
          },
        ]}
        columns={[
          { key: 'number', title: t('Number'), text: ({ number }) => number },
          {
            key: 'what',
            title: t('What'),
            text: ({ items }) => items.map((line) => `${line.quantity} × ${line.product_name}`).join(', '),
          },
          {
            key: 'status',
            title: t('Status'),
            text: ({ status }) => t(STATUS_NAMES[status]),
            render: ({ status }) => <StatusBadge status={status} />,
          },
          {
            key: 'placed',
            title: t('Placed'),
            text: (row) => row.created_at,
            render: (row) => format.instant(row.created_at),
          },
          {
            key: 'total',
            title: t('Total'),
            align: 'right',
            text: ({ total }) => total,
            render: ({ total, currency }) => format.money(total, currency),
          },
        ]}
        empty={
          <Empty icon={IconReceipt} title={t('You have bought nothing yet')}>
            <Button component={Link} to="/shop" mt="xs">
              {t('Browse the shop')}
            </Button>
          </Empty>
        }
      />
    </Page>
  );
}
