import { Anchor, Button, Divider, Group, Stack, Text, Textarea } from '@mantine/core';
import { IconShoppingCart } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { AtriumError } from '../../shell/api';
import { FormStatus } from '../../shell/form';
import { Empty, Page, Section } from '../../shell/kit';
import { useFormat, useTranslation } from '../../shell/text';
import { useCart } from './cart-store';
import { CartLine } from './cart-line';
import classes from './shop.module.css';
import { useBuy, useDryRun } from './use-checkout';

interface Short {
  readonly product_id: string;
  readonly available: number;
}

/** What is about to be bought, what it comes to, and where it goes. */
export default function CartScreen() {
  const { t } = useTranslation();
  const format = useFormat();
  const { cart, put, setAddress } = useCart();
  const dryRun = useDryRun();
  const { buy, busy, error } = useBuy();
  const refused = dryRun.error instanceof AtriumError ? dryRun.error : null;
  const short = new Map(
    refused?.code === 'insufficient_stock'
      ? (refused.problem?.items as Short[]).map((one) => [one.product_id, one.available])
      : [],
  );
  if (cart.items.length === 0) {
    return (
      <Page title={t('Cart')} above={[{ title: t('Shop'), to: '/shop' }]}>
        <Section>
          <Empty icon={IconShoppingCart} title={t('The cart is empty')}>
            <Button component={Link} to="/shop" mt="xs">
              {t('Browse the shop')}
            </Button>
          </Empty>
        </Section>
      </Page>
    );
  }
  const bill = dryRun.isError ? undefined : dryRun.data;
  const subtotals = new Map(bill?.items.map((line) => [line.product_id, line.subtotal]));
  const mayBuy = bill !== undefined && !dryRun.isFetching && cart.address.trim() !== '';
  return (
    <Page title={t('Cart')} above={[{ title: t('Shop'), to: '/shop' }]}>
      <div className={classes.checkout}>
        <Section title={t('What you buy')}>
          {cart.items.map((item) => (
            <CartLine
              key={item.productId}
              item={item}
              available={short.get(item.productId)}
              subtotal={subtotals.get(item.productId)}
              onPut={(quantity) => put(item.productId, quantity)}
            />
          ))}
        </Section>
        <Section title={t('Checkout')}>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              if (mayBuy) void buy();
            }}
          >
            <Stack>
              <Textarea
                label={t('Where it goes')}
                description={t('Name, street, place')}
                autosize
                minRows={3}
                maxLength={500}
                required
                withAsterisk={false}
                autoComplete="shipping street-address"
                defaultValue={cart.address}
                onChange={({ currentTarget }) => setAddress(currentTarget.value)}
              />
              <Divider />
              <Group justify="space-between" aria-live="polite">
                <Text fw={600}>{t('Total')}</Text>
                <span className={classes.price}>{bill ? format.money(bill.total, bill.currency) : '–'}</span>
              </Group>
              {error === null && <FormStatus error={dryRun.error} onRetry={() => void dryRun.refetch()} />}
              <FormStatus error={error} onRetry={() => void buy()} />
              <Button type="submit" size="md" loading={busy} disabled={!mayBuy}>
                {bill ? t('Buy for {{total}}', { total: format.money(bill.total, bill.currency) }) : t('Buy')}
              </Button>
              <Text fz="sm" c="dimmed">
                {t('You can cancel an order until it is shipped.')}{' '}
                <Anchor component={Link} to="/shop" fz="sm" underline="always">
                  {t('Go on shopping')}
                </Anchor>
              </Text>
            </Stack>
          </form>
        </Section>
      </div>
    </Page>
  );
}
