/** What a plan needs of a product. */
export interface Product {
  readonly id: string;
  readonly sku: string;
  readonly name: string;
  readonly price: string;
  readonly currency: string;
  readonly category_id: string;
  readonly description: string;
  readonly stock: number;
}

/** Columns of a file of products; `category` is its name. */
export const COLUMNS = ['sku', 'name', 'price', 'currency', 'category', 'stock', 'description'] as const;
export type Column = (typeof COLUMNS)[number];
export type Cells = Partial<Record<Column, string>>;

export type FaultCode = 'twice' | 'no_price' | 'no_whole_number' | 'no_category' | 'missing';

export interface Fault {
  readonly line: number;
  readonly column: Column | null;
  readonly code: FaultCode;
}

export interface Step {
  readonly line: number;
  /** Undefined: it is made. */
  readonly product?: Product;
  readonly values: {
    readonly sku?: string;
    readonly name?: string;
    readonly price?: string;
    readonly currency?: string;
    readonly category_id?: string;
    readonly description?: string;
  };
  /** Pieces on hand; undefined: they stay. */
  readonly stock?: number;
}

export interface Plan {
  readonly steps: readonly Step[];
  readonly faults: readonly Fault[];
  readonly unchanged: number;
}

const PRICE = /^\d{1,12}(\.\d{1,4})?$/;

/**
 * What a file would change: a row with the SKU of a product changes it, each other one makes one.
 * @param rows of the file, by column
 */
export function planImport(
  rows: readonly { readonly line: number; readonly cells: Cells }[],
  products: readonly Product[],
  categories: readonly { readonly id: string; readonly name: string }[],
): Plan {
  const bySku = new Map(products.map((product) => [product.sku.toLowerCase(), product]));
  const byName = new Map(categories.map(({ id, name }) => [name.toLowerCase(), id]));
  const seen = new Set<string>();
  const faults: Fault[] = [];
  const steps: Step[] = [];
  let unchanged = 0;
  for (const { line, cells } of rows) {
    const found: Fault[] = [];
    const refuse = (column: Column, code: FaultCode): void => void found.push({ line, column, code });
    const sku = cells.sku?.toLowerCase();
    const product = sku ? bySku.get(sku) : undefined;
    if (sku && seen.has(sku)) refuse('sku', 'twice');
    if (sku) seen.add(sku);
    const price = cells.price?.replace(',', '.');
    if (price && !PRICE.test(price)) refuse('price', 'no_price');
    if (cells.stock && !/^\d{1,9}$/.test(cells.stock)) refuse('stock', 'no_whole_number');
    const category = cells.category ? byName.get(cells.category.toLowerCase()) : undefined;
    if (cells.category && !category) refuse('category', 'no_category');
    if (!product && !cells.name) refuse('name', 'missing');
    if (!product && !price) refuse('price', 'missing');
    if (!product && !cells.category) refuse('category', 'missing');
    if (found.length > 0) {
      faults.push(...found);
      continue;
    }
    const values = {
      ...(!product && cells.sku && { sku: cells.sku }),
      ...(cells.name && cells.name !== product?.name && { name: cells.name }),
      ...(price && Number(price) !== Number(product?.price ?? NaN) && { price }),
      ...(cells.currency && cells.currency !== product?.currency && { currency: cells.currency.toUpperCase() }),
      ...(category && category !== product?.category_id && { category_id: category }),
      ...(cells.description && cells.description !== product?.description && { description: cells.description }),
    };
    const stock = cells.stock && Number(cells.stock) !== product?.stock ? Number(cells.stock) : undefined;
    if (product && Object.keys(values).length === 0 && stock === undefined) unchanged++;
    else steps.push({ line, product, values, stock });
  }
  return { steps, faults, unchanged };
}
