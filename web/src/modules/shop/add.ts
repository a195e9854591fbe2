import { say } from '../../shell/kit';
import { useTranslation } from '../../shell/text';
import { useCart } from './cart-store';

/** Puts a product into the cart and says so; that can be taken back. */
export function useAdd(): (product: { id: string; name: string }, quantity?: number) => void {
  const { t } = useTranslation();
  const { cart, add, restore } = useCart();
  return ({ id, name }, quantity = 1) => {
    add(id, quantity);
    say(t('“{{name}}” is in the cart.', { name }), () => Promise.resolve(restore(cart)));
  };
}
