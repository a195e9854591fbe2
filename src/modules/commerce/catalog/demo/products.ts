import { demoId, SeededRandom } from '../../../../core/kernel/runtime/random';
import { demoCategories } from './categories';
import { art } from './families/art';
import { audioVideo } from './families/audio-video';
import { bags } from './families/bags';
import { books } from './families/books';
import { clothing } from './families/clothing';
import { computers } from './families/computers';
import { furniture } from './families/furniture';
import { kitchen } from './families/kitchen';
import { laboratory } from './families/laboratory';
import { music } from './families/music';
import { sports } from './families/sports';
import { stationery } from './families/stationery';
import type { ProductFamily } from './family';

export interface DemoProduct {
  id: string;
  /** Category, family and variant: `BOO-0302` is the second variant of the third family of books. */
  sku: string;
  name: string;
  description: string;
  /** US cents. */
  priceMinor: number;
  categoryId: string;
  stock: number;
}

type Draft = Omit<DemoProduct, 'id' | 'categoryId' | 'stock'>;

/** What the shop carries of each category; the counts add up to 500. */
const assortment: ReadonlyArray<{ slug: string; families: readonly ProductFamily[]; count: number }> = [
  { slug: 'books', families: books, count: 60 },
  { slug: 'stationery', families: stationery, count: 55 },
  { slug: 'art', families: art, count: 45 },
  { slug: 'laboratory', families: laboratory, count: 45 },
  { slug: 'computers', families: computers, count: 45 },
  { slug: 'audio-video', families: audioVideo, count: 35 },
  { slug: 'furniture', families: furniture, count: 40 },
  { slug: 'sports', families: sports, count: 40 },
  { slug: 'music', families: music, count: 35 },
  { slug: 'bags', families: bags, count: 30 },
  { slug: 'clothing', families: clothing, count: 35 },
  { slug: 'kitchen', families: kitchen, count: 35 },
];

/** The 500 products of the demo shop, category by category; a new but equal list at every call. */
export function demoProducts(): DemoProduct[] {
  return assortment
    .flatMap(({ slug, families, count }) => {
      const random = new SeededRandom(`catalog:${slug}`);
      const categoryId = demoCategories.find((category) => category.slug === slug)!.id;
      const drafts = families.map((family, index) =>
        variants(family, `${slug.slice(0, 3).toUpperCase()}-${two(index)}`),
      );
      return choose(drafts, count, random).map((draft) => ({ ...draft, categoryId, stock: stockOf(draft, random) }));
    })
    .map((product, index) => ({ id: demoId('product', index + 1), ...product }));
}

/** Every model of a family in every option. */
function variants(family: ProductFamily, skuStem: string): Draft[] {
  const models = typeof family.priceMinor === 'number' ? { '': family.priceMinor } : family.priceMinor;
  return Object.entries(models)
    .flatMap(([model, priceMinor]) => (family.options ?? ['']).map((option) => ({ model, option, priceMinor })))
    .map(({ model, option, priceMinor }, index) => {
      const fill = (text: string) => text.replaceAll('{model}', model).replaceAll('{option}', option);
      const { name, description } = family;
      return { sku: `${skuStem}${two(index)}`, name: fill(name), description: fill(description), priceMinor };
    });
}

/** Takes variants from each family in turn, so that a family with many of them does not crowd out the others. */
function choose(families: Draft[][], count: number, random: SeededRandom): Draft[] {
  const shuffled = families.map((drafts) => random.shuffle(drafts));
  const rounds = Math.max(...families.map((drafts) => drafts.length));
  const inTurn = Array.from({ length: rounds }, (_, round) =>
    random.shuffle(shuffled.flatMap((drafts) => drafts.slice(round, round + 1))),
  ).flat();
  return inTurn.slice(0, count).sort((a, b) => (a.sku < b.sku ? -1 : 1));
}

/** Pieces in stock: a few products are sold out or nearly so, and nobody keeps 200 expensive ones. */
function stockOf({ priceMinor }: Draft, random: SeededRandom): number {
  const most = priceMinor >= 30_000 ? 25 : priceMinor >= 10_000 ? 60 : 250;
  const [min, max] = random.weighted([
    [[0, 0], 6],
    [[1, 3], 6],
    [[5, most], 88],
  ]);
  return random.int(min, max);
}

function two(index: number): string {
  return String(index + 1).padStart(2, '0');
}
