import { DateField, ObjectField, ObjectListField, StringField, StringListField } from '../web/dto';
import { fromText, fromWire, serialise, toWire, useTextWriters } from '../web/dto/serialise';
import { textWriter } from './text-writer';

class Line {
  @StringField({ max: 10 })
  productName: string;
}

class Order {
  @StringField({ max: 10 })
  orderNumber: string;

  @DateField({ nullable: true })
  paidAt: Date | null;

  @ObjectListField(() => Line)
  orderLines: Line[];

  @ObjectField(() => Line, { nullable: true })
  firstLine: Line | null;

  @StringListField({ max: 10 })
  keyWords: string[];
}

const order = {
  orderNumber: 'A "1"\n',
  paidAt: new Date('2026-01-31T12:00:00.5Z'),
  orderLines: [{ productName: 'Pen', cost: 3 }, { productName: 'Ink' }],
  firstLine: null,
  keyWords: ['camelCase'],
  passwordHash: 'secret',
};
const wire = {
  order_number: 'A "1"\n',
  paid_at: '2026-01-31T12:00:00.500Z',
  order_lines: [{ product_name: 'Pen' }, { product_name: 'Ink' }],
  first_line: null,
  key_words: ['camelCase'],
};

describe.each([
  ['the plain way', undefined],
  ['by compiled writers', textWriter],
])('serialise, %s', (_, writers) => {
  beforeAll(() => useTextWriters(writers));
  afterAll(() => useTextWriters());

  it('writes declared fields only, nested ones too, in snake_case', () => {
    expect(JSON.parse(serialise(Order, order))).toEqual(wire);
    expect(toWire(Order, order)).toEqual(wire);
  });

  it('writes a list of them', () => {
    expect(JSON.parse(serialise(Order, [order, order]))).toEqual([wire, wire]);
  });

  it('leaves out what is absent and keeps what is null', () => {
    expect(serialise(Order, { orderNumber: 'A1', paidAt: null })).toBe('{"order_number":"A1","paid_at":null}');
  });

  it.each(['', 'plain', 'quote " and \\', '\u0000\u001f\u007f', 'é € 😀', '\ud800 alone', '\u2028', 'a'.repeat(50)])(
    'writes %j as JSON does',
    (name) => {
      const one = { ...order, orderNumber: name, keyWords: [name] };
      expect(serialise(Order, one)).toBe(JSON.stringify(toWire(Order, one)));
    },
  );

  it('refuses a class that declares nothing', () => {
    class Bare {}
    expect(() => serialise(Bare, {})).toThrow('Bare');
  });
});

describe('fromWire', () => {
  it('reverses it', () => {
    const { passwordHash: _, ...known } = order;
    expect(fromWire(Order, wire)).toEqual({ ...known, orderLines: [{ productName: 'Pen' }, { productName: 'Ink' }] });
  });
});

describe('fromText', () => {
  it('goes out as the very text, unparsed, and is read as what was written', () => {
    const text = serialise(Order, order);
    const dto = fromText(Order, text);
    const parse = jest.spyOn(JSON, 'parse');
    expect(serialise(Order, dto)).toBe(text);
    expect(parse).not.toHaveBeenCalled();
    expect([dto.orderNumber, dto.paidAt, dto.orderLines[1].productName]).toEqual([
      order.orderNumber,
      order.paidAt,
      'Ink',
    ]);
    expect(parse).toHaveBeenCalledTimes(1);
    parse.mockRestore();
    expect(toWire(Order, dto)).toEqual(wire);
  });
});
