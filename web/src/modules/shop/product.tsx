import { Badge, Button, Group, NumberInput, Stack, Text } from '@mantine/core';
import { IconShoppingCartPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { get } from '../../shell/api';
import { Facts, Page, ProblemAlert, ScreenSkeleton, Section } from '../../shell/kit';
import { useFormat, useTranslation } from '../../shell/text';
import { useAdd } from './add';
import { useCart } from './cart-store';
import { Picture } from './picture';
import classes from './shop.module.css';

/** One product, and how many of it. */
export default function Product() {
  const { t } = useTranslation();
  const format = useFormat();
  const { id = '' }: Record<string, string> = useParams({ strict: false });
  const { cart } = useCart();
  const add = useAdd();
  const [quantity, setQuantity] = useState<number | string>(1);
  const product = useQuery(get('/api/v1/products/{id}', { params: { path: { id } } }));
  const categories = useQuery(get('/api/v1/categories', { params: { query: { limit: 100 } } }));
  if (product.isError) {
    return (
      <Page title={t('Product')} above={[{ title: t('Shop'), to: '/shop' }]}>
        <ProblemAlert error={product.error} onRetry={() => void product.refetch()} />
      </Page>
    );
  }
  if (!product.data) return <ScreenSkeleton />;
  const { name, sku, description, price, currency, stock, in_stock: inStock, category_id: categoryId } = product.data;
  const category = categories.data?.items.find((one) => one.id === categoryId);
  const inCart = cart.items.find(({ productId }) => productId === id)?.quantity ?? 0;
  return (
    <Page title={name} above={[{ title: t('Shop'), to: '/shop' }]}>
      <div className={classes.checkout}>
        <Section>
          <Stack>
            <Picture name={name} categoryId={categoryId} />
            {description && (
              <Text className="breaks" style={{ whiteSpace: 'pre-line' }}>
                {description}
              </Text>
            )}
            <Facts
              of={[
                [t('Category'), category?.name ?? '–'],
                [t('SKU'), sku],
                [t('In stock'), format.number(stock)],
              ]}
            />
          </Stack>
        </Section>
        <Section>
          <Stack>
            <span className={classes.price} data-large>
              {format.money(price, currency)}
            </span>
            {inStock ? (
              <Text c="dimmed">{t('{{n}} on hand', { n: format.number(stock) })}</Text>
            ) : (
              <div>
                <Badge color="gray">{t('Sold out')}</Badge>
              </div>
            )}
            <Group align="flex-end">
              <NumberInput
                label={t('How many')}
                min={1}
                max={Math.max(stock, 1)}
                allowDecimal={false}
                disabled={!inStock}
                value={quantity}
                onChange={setQuantity}
                w={110}
              />
              <Button
                flex="1 0 auto"
                leftSection={<IconShoppingCartPlus size={18} />}
                disabled={!inStock || !(Number(quantity) >= 1)}
                onClick={() => add({ id, name }, Number(quantity))}
              >
                {t('Put into the cart')}
              </Button>
            </Group>
            {inCart > 0 && (
              <Button component={Link} to="/shop/cart" variant="default">
                {t('{{n}} in the cart: go to it', { n: inCart })}
              </Button>
            )}
          </Stack>
        </Section>
      </div>
    </Page>
  );
}
