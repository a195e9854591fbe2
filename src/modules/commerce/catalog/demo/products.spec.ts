import { demoCatalog } from '.';

/** Cheapest and dearest plausible price of each category, in US cents. */
const priceRange: Record<string, readonly [min: number, max: number]> = {
  books: [500, 9_000],
  stationery: [100, 9_000],
  art: [200, 20_000],
  laboratory: [300, 50_000],
  computers: [400, 140_000],
  'audio-video': [900, 300_000],
  furniture: [2_000, 80_000],
  sports: [400, 60_000],
  music: [300, 70_000],
  bags: [400, 16_000],
  clothing: [400, 7_000],
  kitchen: [300, 35_000],
};

const uuidV7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

function share<T>(list: T[], test: (item: T) => boolean): number {
  return list.filter(test).length / list.length;
}

describe('demoCatalog', () => {
  const { categories, products } = demoCatalog();

  it('has 12 categories and 500 products', () => {
    expect(categories).toHaveLength(12);
    expect(products).toHaveLength(500);
  });

  it('is the same at every call, and no caller can spoil it for the next', () => {
    const spoilt = demoCatalog();
    spoilt.categories[0].name = 'Changed';
    spoilt.products[0].name = 'Changed';
    expect(demoCatalog()).toEqual({ categories, products });
  });

  it('repeats no id, SKU, name or slug', () => {
    for (const key of ['id', 'sku', 'name'] as const) {
      expect(new Set(products.map((product) => product[key])).size).toBe(500);
    }
    for (const key of ['id', 'name', 'slug'] as const) {
      expect(new Set(categories.map((category) => category[key])).size).toBe(12);
    }
    expect(new Set(products.map((product) => product.name.toLowerCase())).size).toBe(500);
  });

  it('gives every row a UUID v7', () => {
    for (const { id } of [...categories, ...products]) expect(id).toMatch(uuidV7);
  });

  it('gives every category at least 25 products', () => {
    for (const category of categories) {
      const own = products.filter((product) => product.categoryId === category.id);
      expect(own.length).toBeGreaterThanOrEqual(25);
    }
  });

  it('files every product under a category that exists, at a price that fits it', () => {
    const slugs = new Map(categories.map((category) => [category.id, category.slug]));
    for (const product of products) {
      const [min, max] = priceRange[slugs.get(product.categoryId)!];
      expect(Number.isInteger(product.priceMinor)).toBe(true);
      expect(product.priceMinor).toBeGreaterThanOrEqual(min);
      expect(product.priceMinor).toBeLessThanOrEqual(max);
    }
  });

  it('keeps to the lengths of the columns and leaves no placeholder', () => {
    for (const { sku, name, description } of products) {
      expect(sku).toMatch(/^[A-Z]{3}-\d{4}$/);
      expect(name.length).toBeLessThanOrEqual(120);
      expect(description.length).toBeGreaterThan(30);
      expect(description.length).toBeLessThanOrEqual(1000);
      expect(name + description).not.toMatch(/[{}]|undefined|\s\s|\s,|,$|^\s|\s$/);
    }
  });

  it('stocks most products, with some sold out and some nearly so', () => {
    expect(products.every(({ stock }) => Number.isInteger(stock) && stock >= 0 && stock <= 250)).toBe(true);
    expect(share(products, ({ stock }) => stock === 0)).toBeGreaterThan(0.03);
    expect(share(products, ({ stock }) => stock === 0)).toBeLessThan(0.09);
    expect(products.some(({ stock }) => stock >= 1 && stock <= 3)).toBe(true);
    expect(share(products, ({ stock }) => stock >= 5)).toBeGreaterThan(0.8);
  });

  it('has names with accents, to show a search that ignores them', () => {
    for (const word of ['Café', 'Éclair', 'Crème']) {
      expect(products.some(({ name }) => name.includes(word))).toBe(true);
    }
  });
});
