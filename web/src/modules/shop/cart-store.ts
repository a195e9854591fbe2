import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { useMaybeMe } from '../../shell/session/me';
import { EMPTY, parseCart, withQuantity, type Cart } from './cart-content';

const listeners = new Set<() => void>();
/** What is in the cart where the browser keeps nothing, by its name. */
const unkept = new Map<string, string>();

function read(name: string): string {
  try {
    return localStorage.getItem(name) ?? unkept.get(name) ?? '';
  } catch {
    return unkept.get(name) ?? '';
  }
}

function write(name: string, text: string): void {
  unkept.set(name, text);
  try {
    localStorage.setItem(name, text);
    unkept.delete(name);
  } catch {
    // A browser that keeps nothing has the cart until it is reloaded.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener); // another tab of the same person
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

export interface CartHandle {
  readonly cart: Cart;
  /** All pieces. */
  readonly pieces: number;
  /** @param quantity pieces, none takes it out */
  readonly put: (productId: string, quantity: number) => void;
  readonly add: (productId: string, quantity?: number) => void;
  readonly setAddress: (address: string) => void;
  /** After it has been bought: empty, but for where things are sent. */
  readonly empty: () => void;
  readonly restore: (cart: Cart) => void;
  /** After a refusal: the next purchase of the same is another one. */
  readonly renew: () => void;
}

/** The cart of who is signed in, kept by the browser over reloads and shared by its tabs. */
export function useCart(): CartHandle {
  const name = `atrium.cart.${useMaybeMe()?.id ?? ''}`;
  const text = useSyncExternalStore(
    subscribe,
    useCallback(() => read(name), [name]),
  );
  return useMemo(() => {
    const cart = parseCart(text);
    const now = (): Cart => parseCart(read(name));
    const set = (next: Cart): void => write(name, JSON.stringify(next));
    return {
      cart,
      pieces: cart.items.reduce((sum, { quantity }) => sum + quantity, 0),
      put: (productId, quantity) => set(withQuantity(now(), productId, quantity)),
      add: (productId, quantity = 1) => {
        const known = now().items.find((item) => item.productId === productId);
        set(withQuantity(now(), productId, (known?.quantity ?? 0) + quantity));
      },
      setAddress: (address) => set({ ...now(), address, key: crypto.randomUUID() }),
      empty: () => set({ ...EMPTY, address: now().address }),
      restore: set,
      renew: () => set({ ...now(), key: crypto.randomUUID() }),
    };
  }, [name, text]);
}
