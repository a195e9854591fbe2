import { ActionIcon, Indicator, VisuallyHidden } from '@mantine/core';
import { IconShoppingCart } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from '../../shell/text';
import { useCart } from './cart-store';

/** Stands in the head while there is something in the cart. */
export default function CartButton() {
  const { t } = useTranslation();
  const { pieces } = useCart();
  if (pieces === 0) return null;
  return (
    <Indicator label={pieces > 99 ? '99+' : pieces} size={17} offset={4} aria-hidden={false}>
      <ActionIcon component={Link} to="/shop/cart" variant="subtle" color="gray" size={34}>
        <IconShoppingCart size={20} stroke={1.6} />
        <VisuallyHidden>{t('Cart, {{count}} pieces', { count: pieces })}</VisuallyHidden>
      </ActionIcon>
    </Indicator>
  );
}
