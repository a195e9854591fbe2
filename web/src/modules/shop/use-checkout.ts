import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { api, AtriumError, ok } from '../../shell/api';
import { useCart } from './cart-store';
import type { CartItem } from './cart-content';

const bodyOf = (items: readonly CartItem[], address: string) => ({
  items: items.map(({ productId, quantity }) => ({ product_id: productId, quantity })),
  shipping_address: address.trim() || '–',
});

/** What buying the cart would come to, asked of the server without buying. */
export function useDryRun() {
  const { cart } = useCart();
  return useQuery({
    queryKey: ['shop.dry-run', cart.items],
    queryFn: () =>
      ok(api.POST('/api/v1/orders', { params: { query: { dry_run: true } }, body: bodyOf(cart.items, cart.address) })),
    enabled: cart.items.length > 0,
    staleTime: 0,
  });
}

/**
 * Buys the cart. The key of the purchase lies with the cart: pressed twice, tried again after a lost answer, after a reload or in another
 * tab, it is the same purchase.
 */
export function useBuy() {
  const { cart, empty, renew } = useCart();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const buy = async (): Promise<void> => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setError(null);
    try {
      const order = await ok(
        api.POST('/api/v1/orders', {
          body: bodyOf(cart.items, cart.address),
          headers: { 'Idempotency-Key': cart.key },
        }),
      );
      empty();
      queries.removeQueries({ queryKey: ['shop.dry-run'] });
      void queries.invalidateQueries({ queryKey: ['/api/v1/orders'] });
      void queries.invalidateQueries({ queryKey: ['/api/v1/products'] });
      // In the place of the cart: who goes back comes to the shop.
      await navigate({ to: `/orders/${order.id}`, search: { placed: '1' }, replace: true });
    } catch (failure) {
      setError(failure);
      if (failure instanceof AtriumError && isRefusal(failure)) {
        renew(); // the answer to the old key stays a refusal
        void queries.invalidateQueries({ queryKey: ['shop.dry-run'] });
      }
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return { buy, busy, error };
}

/** Whether the purchase itself was refused: not that it still runs, has to wait, or may have been made all the same. */
const isRefusal = ({ status, code }: AtriumError): boolean =>
  (status === 404 || status === 409 || status === 422) && code !== 'in_progress';
