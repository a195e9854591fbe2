import { ActionIcon, NumberInput, Skeleton, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { AtriumError, get } from '../../shell/api';
import { problemText, useFormat, useTranslation } from '../../shell/text';
import type { CartItem } from './cart-content';
import { Picture } from './picture';
import classes from './shop.module.css';

interface CartLineProps {
  readonly item: CartItem;
  /** Pieces that are left, where there are fewer than asked for. */
  readonly available?: number;
  /** As the server has added it up. */
  readonly subtotal?: string;
  readonly onPut: (quantity: number) => void;
}

/** One product of the cart. */
export function CartLine({ item: { productId: id, quantity }, available, subtotal, onPut }: CartLineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const product = useQuery(get('/api/v1/products/{id}', { params: { path: { id } } }));
  const isGone = product.error instanceof AtriumError && product.error.status === 404;
  if (product.isPending) return <Skeleton height={44} my="sm" />;
  const name = product.data?.name ?? (isGone ? t('No longer sold') : problemText(product.error));
  return (
    <div className={classes.line} role="group" aria-label={name}>
      <Picture name={product.data?.name ?? '?'} categoryId={product.data?.category_id ?? ''} small />
      <div>
        {product.data ? (
          <Link to={`/shop/products/${id}`} className={classes.name}>
            {name}
          </Link>
        ) : (
          <Text c="red">{name}</Text>
        )}
        {product.data && (
          <Text fz="sm" c="dimmed" className="num">
            {format.money(product.data.price, product.data.currency)}
          </Text>
        )}
        {available !== undefined && (
          <Text fz="sm" c="red" role="alert">
            {available > 0 ? t('Only {{n}} left', { n: available }) : t('Sold out')}
          </Text>
        )}
      </div>
      <NumberInput
        aria-label={t('Pieces of {{name}}', { name })}
        w={84}
        min={1}
        max={1_000_000}
        allowDecimal={false}
        value={quantity}
        error={available !== undefined}
        onChange={(value) => Number(value) >= 1 && onPut(Number(value))}
      />
      <Text className="num" ta="right" miw={70}>
        {subtotal && product.data ? format.money(subtotal, product.data.currency) : '–'}
      </Text>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={34}
        onClick={() => onPut(0)}
        aria-label={t('Take {{name}} out', { name })}
      >
        <IconTrash size={18} stroke={1.6} />
      </ActionIcon>
    </div>
  );
}
