import { ArgsType } from '@nestjs/graphql';
import {
  BooleanField,
  DateField,
  EnumField,
  formatMoney,
  IdField,
  Input,
  IntField,
  MoneyField,
  Output,
  PageOf,
  PageQuery,
  PartialOf,
  StringField,
} from '../../../../core/web/dto';
import type { Product } from '../entities/product.entity';

const MAX_STOCK = 1_000_000_000;
const MAX_QUERY = 200;
const CURRENCIES = Intl.supportedValuesOf('currency');

/** What a list may be sorted by, `-` for descending; `created_at` is the order of ids, `relevance` is of a search. */
export const PRODUCT_SORTS = ['relevance', 'created_at', '-created_at', 'name', '-name', 'price', '-price'] as const;
export type ProductSort = (typeof PRODUCT_SORTS)[number];

@Output('Product')
export class ProductDto {
  @IdField()
  id: string;

  @StringField({ max: 40, example: 'ART-1101' })
  sku: string;

  @StringField({ max: 200, example: 'Stretched canvas 20 × 30 cm' })
  name: string;

  @StringField({ min: 0, max: 5000, example: 'Cotton canvas on a pine frame.' })
  description: string;

  @MoneyField({ example: '5.99' })
  price: string;

  @StringField({ max: 3, example: 'USD', description: 'ISO 4217.' })
  currency: string;

  @IdField()
  categoryId: string;

  @IntField({ min: 0, max: MAX_STOCK, example: 42, description: 'Pieces on hand.' })
  stock: number;

  @BooleanField({ example: true })
  inStock: boolean;

  @DateField()
  createdAt: Date;

  @DateField()
  updatedAt: Date;
}

@Output('ProductPage')
export class ProductPage extends PageOf(ProductDto) {}

@ArgsType()
export class ProductQuery extends PageQuery {
  @IdField({ optional: true, description: 'Only of this category.' })
  categoryId?: string;

  @BooleanField({ optional: true, description: 'Only with stock, or only without.' })
  inStock?: boolean;

  @EnumField(CURRENCIES, { optional: true, description: 'Only with prices in it; USD where a price is given.' })
  currency?: string;

  @MoneyField({ optional: true, description: 'Least price, in `currency`.', example: '5.00' })
  minPrice?: string;

  @MoneyField({ optional: true, description: 'Highest price, in `currency`.', example: '50.00' })
  maxPrice?: string;

  @StringField({
    optional: true,
    max: MAX_QUERY,
    description:
      'Words of the name, SKU or description, or their beginnings; accents and slips of the pen are forgiven.',
    example: 'acrylic white',
  })
  q?: string;

  @EnumField(PRODUCT_SORTS, {
    optional: true,
    description: 'Without it `relevance` for a search, else `-created_at`. A search ranks the newest 1000 hits.',
  })
  sort?: ProductSort;
}

/** Arguments of GraphQL's `searchProducts`. */
@ArgsType()
export class SearchArgs extends PageQuery {
  @StringField({ max: MAX_QUERY })
  query: string;
}

@Input('CreateProductInput')
export class CreateProductInput {
  @StringField({
    optional: true,
    max: 40,
    as: 'typed',
    pattern: /^[A-Za-z0-9][A-Za-z0-9._-]*$/,
    shape: 'letters, digits, dot, dash and underscore',
    description: 'Made from the id when left out.',
    example: 'ART-1101',
  })
  sku?: string;

  @StringField({ max: 200, as: 'name', example: 'Stretched canvas 20 × 30 cm' })
  name: string;

  @StringField({ optional: true, min: 0, max: 5000, default: '', example: 'Cotton canvas on a pine frame.' })
  description?: string;

  @MoneyField({ example: '5.99', description: 'String or number, at most the digits of the currency.' })
  price: string;

  @EnumField(CURRENCIES, { optional: true, default: 'USD', example: 'USD' })
  currency?: string;

  @IdField()
  categoryId: string;

  @IntField({ optional: true, min: 0, max: MAX_STOCK, default: 0, example: 42 })
  stock?: number;
}

@Input('UpdateProductInput')
export class UpdateProductInput extends PartialOf(CreateProductInput) {}

@Input('StockInput')
export class StockInput {
  @IntField({ min: 0, max: MAX_STOCK, example: 42 })
  stock: number;
}

/** Arguments of GraphQL's `updateProductStock`. */
@ArgsType()
export class StockArgs {
  @IdField()
  id: string;

  @BooleanField({ optional: true })
  inStock?: boolean;

  @IntField({ optional: true, min: 0, max: MAX_STOCK })
  stock?: number;
}

export class StockQuery {
  @IntField({ optional: true, min: 1, max: MAX_STOCK, default: 1 })
  quantity: number = 1;
}

@Output('StockCheck')
export class StockCheckDto {
  @BooleanField({ example: true })
  available: boolean;

  @IntField({ min: 0, max: MAX_STOCK, example: 42 })
  currentStock: number;

  @IntField({ min: 1, max: MAX_STOCK, example: 2 })
  requested: number;
}

/** @param product also a row of raw SQL, whose bigint comes as text */
export function toProductDto(product: Product): ProductDto {
  const { id, sku, name, description, currency, categoryId, stock, createdAt, updatedAt } = product;
  const price = formatMoney(Number(product.priceMinor), currency);
  return { id, sku, name, description, price, currency, categoryId, stock, inStock: stock > 0, createdAt, updatedAt };
}
