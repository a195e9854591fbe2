import { AppError } from '../../kernel/errors';
import {
  BooleanField,
  DateField,
  EmailField,
  EnumField,
  IdField,
  IntField,
  MoneyField,
  ObjectField,
  ObjectListField,
  StringField,
  StringListField,
} from './fields';
import { InputForm, parseInput } from './parse';

const ID = '0192f0a0-1c2d-7e3f-8a4b-5c6d7e8f9a0b';

class Line {
  @IdField()
  productId: string;

  @IntField({ min: 1, max: 1000 })
  quantity: number;

  @StringListField({ optional: true, max: 5 })
  tags?: string[];
}

class Address {
  @StringField({ max: 20 })
  streetName: string;
}

class Order {
  @ObjectListField(() => Line, { minItems: 1, maxItems: 3 })
  items: Line[];

  @ObjectField(() => Address, { optional: true })
  shippingAddress?: Address;

  @StringField({ optional: true, max: 10 })
  giftNote?: string;

  @StringField({ optional: true, nullable: true, max: 10 })
  coupon?: string | null;

  @MoneyField({ optional: true })
  maxTotal?: string;
}

class Parcel {
  @ObjectField(() => Address)
  address: Address;
}

class Search {
  @IntField({ optional: true, min: 1, max: 100 })
  limit = 20;

  @BooleanField({ optional: true })
  inStock?: boolean;

  @MoneyField({ optional: true })
  minPrice?: string;

  @DateField({ optional: true })
  asOf?: Date;

  @EnumField(['price', 'name'], { optional: true })
  sort?: string;

  @EmailField({ optional: true })
  email?: string;

  @StringListField({ optional: true, max: 10 })
  tag?: string[];
}

const line = { product_id: ID, quantity: 2 };

/** Fields and codes of what was refused, as `field code`. */
function refused(type: new () => object, raw: unknown, form: InputForm = 'wire'): string[] {
  try {
    parseInput(type, raw, form);
  } catch (error) {
    const { errors } = (error as AppError).facts as { errors: { field: string; code: string }[] };
    expect((error as AppError).status).toBe(422);
    return errors.map(({ field, code }) => `${field} ${code}`);
  }
  return [];
}

describe('parseInput', () => {
  it('turns the names to camelCase and makes instances, nested ones too', () => {
    const order = parseInput(Order, { items: [line], shipping_address: { street_name: 'Elm' } }, 'wire');
    expect(order).toBeInstanceOf(Order);
    expect(order.items[0]).toBeInstanceOf(Line);
    expect(order.items[0]).toEqual({ productId: ID, quantity: 2 });
    expect(order.shippingAddress).toEqual({ streetName: 'Elm' });
  });

  it('knows only the names of its form', () => {
    expect(refused(Order, { items: [line], giftNote: 'x' })).toEqual(['giftNote unknown']);
    expect(refused(Order, { items: [{ productId: ID, quantity: 1 }], gift_note: 'x' }, 'graphql')).toEqual([
      'gift_note unknown',
    ]);
  });

  it('names every fault by its path as the client wrote it', () => {
    const raw = {
      items: [line, { product_id: 'x', quantity: 0, colour: 'red' }, { ...line, tags: ['long enough'] }],
      shipping_address: { street_name: 'x'.repeat(21), zip: 1 },
      gift_note: 7,
    };
    expect(refused(Order, raw).sort()).toEqual([
      'gift_note text',
      'items.1.colour unknown',
      'items.1.product_id uuid',
      'items.1.quantity min',
      'items.2.tags max_length',
      'shipping_address.street_name max_length',
      'shipping_address.zip unknown',
    ]);
  });

  it('names what is missing', () => {
    expect(refused(Order, {})).toEqual(['items array']);
    expect(refused(Order, { items: [{}] }).sort()).toEqual(['items.0.product_id uuid', 'items.0.quantity integer']);
    expect(refused(Parcel, {})).toEqual(['address object']);
    expect(refused(Parcel, { address: null })).toEqual(['address object']);
    expect(refused(Order, { items: [] })).toEqual(['items min_items']);
    expect(refused(Order, { items: [line, line, line, line] })).toEqual(['items max_items']);
  });

  it('tells null from absent', () => {
    expect(parseInput(Order, { items: [line] }, 'wire').coupon).toBeUndefined();
    expect(parseInput(Order, { items: [line], coupon: null }, 'wire').coupon).toBeNull();
    expect(refused(Order, { items: [line], gift_note: null })).toEqual(['gift_note text']);
    expect(refused(Order, { items: null })).toEqual(['items array']);
    expect(refused(Order, { items: [null] })).toEqual(['items.0 object']);
    expect(refused(Order, { items: [line], shipping_address: null })).toEqual(['shipping_address object']);
  });

  it.each([[[]], ['text'], [7], [true]])('refuses %p in place of an object', (raw) => {
    expect(refused(Order, raw)).toEqual([' object']);
    expect(refused(Order, { items: [line], shipping_address: raw })).toEqual(['shipping_address object']);
    expect(refused(Order, { items: [raw] })).toEqual(['items.0 object']);
  });

  it.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])('refuses the key %s', (key) => {
    const raw = JSON.parse(`{"items":[{"product_id":"${ID}","quantity":1,"${key}":{"quantity":9}}],"${key}":{"x":1}}`);
    expect(refused(Order, raw).sort()).toEqual([`${key} unknown`, `items.0.${key} unknown`].sort());
    expect(({} as Record<string, unknown>).x).toBeUndefined();
    expect(({} as Record<string, unknown>).quantity).toBeUndefined();
  });

  it('does not convert the types of JSON', () => {
    expect(refused(Order, { items: [{ ...line, quantity: '2' }] })).toEqual(['items.0.quantity integer']);
    expect(refused(Order, { items: [{ ...line, quantity: 1.5 }] })).toEqual(['items.0.quantity integer']);
    expect(refused(Order, { items: [{ ...line, quantity: true }] })).toEqual(['items.0.quantity integer']);
    expect(refused(Order, { items: [line], gift_note: ['x'] })).toEqual(['gift_note text']);
    expect(refused(Order, { items: [line], gift_note: { toString: 'x' } })).toEqual(['gift_note text']);
    expect(refused(Search, { in_stock: 'true' })).toEqual(['in_stock boolean']);
  });

  it('refuses text that Postgres cannot hold', () => {
    expect(refused(Order, { items: [line], gift_note: 'a\0b' })).toEqual(['gift_note text']);
    expect(refused(Order, { items: [line], gift_note: 'a\ud800' })).toEqual(['gift_note text']);
  });
});

describe('parseInput of money', () => {
  it.each([[999.99], ['999.99'], [0], ['0'], ['999999999999.9999']])('takes %p', (maxTotal) => {
    expect(parseInput(Order, { items: [line], max_total: maxTotal }, 'wire').maxTotal).toBe(String(maxTotal));
  });

  it.each([
    ['0.1 + 0.2', 0.1 + 0.2],
    ['1e309', JSON.parse('1e309')],
    ['1e21', 1e21],
    ['1e-7', 1e-7],
    ['"1e3"', '1e3'],
    ['-1', -1],
    ['"-1"', '-1'],
    ['2^53', 2 ** 53],
    ['ten decimals', '1.0123456789'],
    ['NaN', 'NaN'],
    ['a comma', '1,50'],
    ['a currency', '$1.50'],
    ['space', ' 1.50'],
    ['a line break', '1.50\n'],
    ['an empty text', ''],
    ['hexadecimal', '0x10'],
    ['a list', [1]],
  ])('refuses %s', (_, maxTotal) => {
    expect(refused(Order, { items: [line], max_total: maxTotal })).toEqual(['max_total money']);
  });
});

describe('parseInput of a query', () => {
  it('reads text as the types that are asked for', () => {
    const raw = { limit: '5', in_stock: 'false', min_price: '0.10', as_of: '2026-01-31T12:00:00Z', tag: 'one' };
    expect(parseInput(Search, raw, 'query')).toEqual({
      limit: 5,
      inStock: false,
      minPrice: '0.10',
      asOf: new Date('2026-01-31T12:00:00Z'),
      tag: ['one'],
    });
    expect(parseInput(Search, { tag: ['one', 'two'] }, 'query')).toEqual({ limit: 20, tag: ['one', 'two'] });
    expect(parseInput(Search, {}, 'query')).toEqual({ limit: 20 });
  });

  it.each([
    ['limit', '0', 'min'],
    ['limit', '-1', 'min'],
    ['limit', '1000000000', 'max'],
    ['limit', 'abc', 'integer'],
    ['limit', '', 'integer'],
    ['limit', '1e2', 'integer'],
    ['limit', '0x10', 'integer'],
    ['limit', ' 5', 'integer'],
    ['limit', '5.5', 'integer'],
    ['limit', '9'.repeat(400), 'integer'],
    ['in_stock', 'yes', 'boolean'],
    ['in_stock', '1', 'boolean'],
    ['min_price', '1e3', 'money'],
    ['as_of', 'yesterday', 'time'],
    ['as_of', '2026-13-45T99:00:00Z', 'time'],
    ['as_of', '2026-01-31', 'time'],
    ['sort', 'id; DROP TABLE users', 'enum'],
    ['email', 'ada', 'email'],
  ])('refuses %s=%s', (name, value, code) => {
    expect(refused(Search, { [name]: value }, 'query')).toEqual([`${name} ${code}`]);
  });

  it('refuses a name twice where one value is asked for, and an unknown name', () => {
    expect(refused(Search, { limit: ['5', '6'] }, 'query')).toEqual(['limit integer']);
    expect(refused(Search, { offset: '5' }, 'query')).toEqual(['offset unknown']);
  });
});
