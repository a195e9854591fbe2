import {
  ActionIcon,
  Badge,
  Button,
  Group,
  NativeSelect,
  Skeleton,
  Stack,
  Text,
  TextInput,
  Tooltip,
} from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch, IconShoppingCartPlus } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { get, type components } from '../../shell/api';
import { Empty, Page, ProblemAlert } from '../../shell/kit';
import { ListFoot, useListState, type ListState } from '../../shell/list';
import { useFormat, useTranslation } from '../../shell/text';
import { useAdd } from './add';
import { Facets, FACETS } from './facets';
import { Picture } from './picture';
import classes from './shop.module.css';

type Product = components['schemas']['Product'];
type Sort = 'relevance' | '-created_at' | 'name' | 'price' | '-price';

const LIMIT = '20';
const TYPING_MS = 300;

/** What is sold, by what is looked for. */
export default function Browse() {
  const { t } = useTranslation();
  const state = useListState();
  const { asked, ask } = state;
  const page = useQuery({
    ...get('/api/v1/products', {
      params: {
        query: {
          limit: Number(asked.limit ?? LIMIT),
          cursor: asked.cursor,
          q: asked.q,
          category_id: asked.category_id,
          min_price: asked.min_price,
          max_price: asked.max_price,
          sort: asked.sort as Sort | undefined,
          ...(asked.in_stock && { in_stock: true }),
        },
      },
    }),
    placeholderData: keepPreviousData,
  });
  const products = page.data?.items ?? [];
  const isAsked = FACETS.some((name) => asked[name]);
  return (
    <Page title={t('Shop')}>
      <Group gap="xs" align="flex-end">
        <SearchField state={state} />
        <NativeSelect
          aria-label={t('Order by')}
          value={asked.sort ?? ''}
          onChange={({ currentTarget }) => ask({ sort: currentTarget.value || undefined })}
          data={[
            { value: '', label: asked.q ? t('Best match first') : t('Newest first') },
            { value: 'price', label: t('Cheapest first') },
            { value: '-price', label: t('Dearest first') },
            { value: 'name', label: t('By name') },
          ]}
        />
      </Group>
      <div className={classes.browse}>
        <Facets state={state} />
        <Stack gap="md" component="section" aria-label={t('Products')} aria-busy={page.isFetching}>
          {page.isError && <ProblemAlert error={page.error} onRetry={() => void page.refetch()} />}
          {page.isPending && !page.isError && (
            <div className={classes.shelves} role="status" aria-label={t('Loading…')}>
              {Array.from({ length: 8 }, (_, at) => (
                <Skeleton key={at} height={210} radius="md" />
              ))}
            </div>
          )}
          {page.data && products.length === 0 && (
            <Empty icon={IconSearch} title={isAsked ? t('Nothing matches') : t('Nothing is sold yet')}>
              {isAsked ? (
                <Button
                  mt="xs"
                  variant="default"
                  onClick={() => ask(Object.fromEntries(FACETS.map((one) => [one, undefined])))}
                >
                  {t('Show everything')}
                </Button>
              ) : null}
            </Empty>
          )}
          <ul className={classes.shelves}>
            {products.map((product) => (
              <li key={product.id}>
                <Shelf product={product} />
              </li>
            ))}
          </ul>
          {(page.data?.next_cursor || !state.isFirst) && (
            <ListFoot
              state={state}
              nextCursor={page.data?.next_cursor ?? null}
              limit={asked.limit ?? LIMIT}
              isBusy={page.isFetching}
            />
          )}
        </Stack>
      </div>
    </Page>
  );
}

function SearchField({ state: { asked, ask } }: { state: ListState }) {
  const { t } = useTranslation();
  const now = asked.q ?? '';
  const [text, setText] = useState(now);
  const askLater = useDebouncedCallback((q: string) => ask({ q: q || undefined, sort: undefined }), TYPING_MS);
  useEffect(() => setText(now), [now]);
  return (
    <TextInput
      flex="1 1 14rem"
      type="search"
      aria-label={t('Search the shop')}
      placeholder={t('Search; slips of the pen are forgiven')}
      leftSection={<IconSearch size={16} />}
      maxLength={200}
      value={text}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value);
        askLater(currentTarget.value.trim());
      }}
    />
  );
}

function Shelf({ product }: { product: Product }) {
  const { t } = useTranslation();
  const format = useFormat();
  const add = useAdd();
  const { id, name, category_id: categoryId, price, currency, stock, in_stock: inStock } = product;
  return (
    <article className={classes.item} aria-label={name}>
      <Picture name={name} categoryId={categoryId} />
      <div className={classes.body}>
        <Link to={`/shop/products/${id}`} className={classes.name}>
          {name}
        </Link>
        {!inStock && <Badge color="gray">{t('Sold out')}</Badge>}
        {inStock && stock <= 5 && (
          <Text fz="xs" c="dimmed">
            {t('Only {{n}} left', { n: stock })}
          </Text>
        )}
        <div className={classes.foot}>
          <span className={classes.price}>{format.money(price, currency)}</span>
          <Tooltip label={t('Put into the cart')}>
            <ActionIcon
              variant="light"
              size={36}
              disabled={!inStock}
              onClick={() => add(product)}
              aria-label={t('Put “{{name}}” into the cart', { name })}
            >
              <IconShoppingCartPlus size={19} stroke={1.7} />
            </ActionIcon>
          </Tooltip>
        </div>
      </div>
    </article>
  );
}
