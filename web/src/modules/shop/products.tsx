import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots, IconFileImport, IconPackages, IconPlus } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, get, ok, type components } from '../../shell/api';
import { Confirm, Empty, onceOpened, onDemand, Page, say } from '../../shell/kit';
import { DataList } from '../../shell/list';
import { useFormat, useTranslation } from '../../shell/text';
import { InlineEdit } from './inline-edit';

const NewProduct = onceOpened(
  async () => (await import('./new-product')).NewProduct,
  ({ opened }) => opened,
);
const StockDialog = onDemand(async () => (await import('./stock-dialog')).StockDialog);

export type Product = components['schemas']['Product'];
const path = '/api/v1/products';

/** For the office: what is sold, changed in its place, and what is on hand. */
export default function Products() {
  const { t } = useTranslation();
  const format = useFormat();
  const queries = useQueryClient();
  const [making, setMaking] = useState(false);
  const [counting, setCounting] = useState<Product | null>(null);
  const [removing, setRemoving] = useState<Product | null>(null);
  const categories = useQuery(get('/api/v1/categories', { params: { query: { limit: 100 } } }));
  const names = new Map(categories.data?.items.map(({ id, name }) => [id, name]));
  const changed = async (): Promise<void> => {
    await queries.invalidateQueries({ queryKey: [path] });
    await queries.invalidateQueries({ queryKey: [`${path}/{id}`] });
  };
  return (
    <Page
      title={t('Products and stock')}
      actions={
        <>
          <Button
            component={Link}
            to="/shop-office/products/import"
            variant="default"
            leftSection={<IconFileImport size={16} />}
          >
            {t('From a file')}
          </Button>
          <Button leftSection={<IconPlus size={16} />} onClick={() => setMaking(true)}>
            {t('New product')}
          </Button>
        </>
      }
    >
      <DataList
        title={t('Products')}
        query={({ limit, cursor, sort, q, category_id, in_stock }) =>
          get(path, {
            params: {
              query: {
                ...{ limit, cursor },
                q: q as string | undefined,
                category_id: category_id as string | undefined,
                sort: sort as 'name' | undefined,
                ...(in_stock && { in_stock: in_stock === 'true' }),
              },
            },
          })
        }
        rowKey={({ id }) => id}
        filters={[
          { key: 'q', label: t('Search') },
          {
            key: 'category_id',
            label: t('Category'),
            choices: (categories.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
          },
          {
            key: 'in_stock',
            label: t('Stock'),
            choices: [
              { value: 'true', label: t('In stock') },
              { value: 'false', label: t('Sold out') },
            ],
          },
        ]}
        columns={[
          {
            key: 'name',
            title: t('Name'),
            sort: 'name',
            text: ({ name }) => name,
            render: (row) => <InlineEdit product={row} field="name" onChanged={changed} />,
          },
          { key: 'sku', title: t('SKU'), text: ({ sku }) => sku },
          { key: 'category', title: t('Category'), text: (row) => names.get(row.category_id) ?? '' },
          {
            key: 'price',
            title: t('Price'),
            sort: 'price',
            align: 'right',
            text: ({ price }) => price,
            render: (row) => <InlineEdit product={row} field="price" onChanged={changed} />,
          },
          { key: 'currency', title: t('Currency'), hidden: true, text: ({ currency }) => currency },
          {
            key: 'stock',
            title: t('Stock'),
            align: 'right',
            text: ({ stock }) => String(stock),
            render: (row) => (
              <Button
                variant="subtle"
                size="compact-sm"
                color={row.in_stock ? undefined : 'red'}
                onClick={() => setCounting(row)}
                aria-label={t('Stock of {{name}}: {{n}}', { name: row.name, n: row.stock })}
              >
                {format.number(row.stock)}
              </Button>
            ),
          },
          {
            key: 'changed',
            title: t('Changed'),
            hidden: true,
            text: (row) => row.updated_at,
            render: (row) => format.ago(row.updated_at),
          },
        ]}
        actions={(row) => (
          <Menu position="bottom-end" withinPortal>
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" aria-label={t('Actions for {{name}}', { name: row.name })}>
                <IconDots size={18} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item component={Link} to={`/shop/products/${row.id}`}>
                {t('As buyers see it')}
              </Menu.Item>
              <Menu.Item onClick={() => setCounting(row)}>{t('Stock and its movements')}</Menu.Item>
              <Menu.Item color="red" onClick={() => setRemoving(row)}>
                {t('Take out of the shop')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
        empty={
          <Empty icon={IconPackages} title={t('Nothing is sold yet')}>
            {t('Make the first product, or bring many from a file.')}
          </Empty>
        }
      />
      <NewProduct opened={making} onClose={() => setMaking(false)} onMade={changed} />
      {counting && <StockDialog product={counting} onClose={() => setCounting(null)} onChanged={changed} />}
      <Confirm
        opened={removing !== null}
        onClose={() => setRemoving(null)}
        title={t('Take “{{name}}” out of the shop?', { name: removing?.name })}
        action={t('Take out of the shop')}
        onConfirm={async () => {
          if (!removing) return;
          await ok(api.DELETE('/api/v1/products/{id}', { params: { path: { id: removing.id } } }));
          say(t('“{{name}}” is no longer sold.', { name: removing.name }));
          await changed();
        }}
      >
        {t('Orders keep it; nobody can buy it any more.')}
      </Confirm>
    </Page>
  );
}
