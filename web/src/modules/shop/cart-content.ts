export interface CartItem {
  readonly productId: string;
  /** Pieces, one at least. */
  readonly quantity: number;
}

export interface Cart {
  readonly items: readonly CartItem[];
  readonly address: string;
  /** Names the purchase of just these items to just this address: the same after a reload and in another tab, so that it is made once. */
  readonly key: string;
}

export const EMPTY: Cart = { items: [], address: '', key: '' };

export const MAX_ITEMS = 100;
const MAX_QUANTITY = 1_000_000;

/** A cart as the browser has kept it; what is no cart is an empty one. */
export function parseCart(text: string): Cart {
  try {
    const { items, address, key } = JSON.parse(text) as Partial<Record<keyof Cart, unknown>>;
    if (!Array.isArray(items)) return EMPTY;
    return {
      items: (items as unknown[]).filter(isItem),
      address: typeof address === 'string' ? address : '',
      key: typeof key === 'string' ? key : '',
    };
  } catch {
    return EMPTY;
  }
}

function isItem(item: unknown): item is CartItem {
  const { productId, quantity } = (item ?? {}) as Partial<Record<keyof CartItem, unknown>>;
  return typeof productId === 'string' && Number.isInteger(quantity) && (quantity as number) > 0;
}

/** @param quantity pieces; none takes the product out */
export function withQuantity(
  cart: Cart,
  productId: string,
  quantity: number,
  newKey: () => string = () => crypto.randomUUID(),
): Cart {
  const pieces = Math.min(Math.trunc(quantity), MAX_QUANTITY);
  const known = cart.items.some((item) => item.productId === productId);
  const items =
    pieces < 1
      ? cart.items.filter((item) => item.productId !== productId)
      : known
        ? cart.items.map((item) => (item.productId === productId ? { productId, quantity: pieces } : item))
        : [...cart.items, { productId, quantity: pieces }].slice(0, MAX_ITEMS);
  return { ...cart, items, key: newKey() };
}
