import { batchesOf } from '../../web/src/modules/school/grade-saver';
import {
  cellKey,
  columnKey,
  layOut,
  meanOf,
  pastedRows,
  scoreOf,
  type Grade,
} from '../../web/src/modules/school/gradebook-columns';
import { guessColumns, remapped, textOf } from '../../web/src/modules/school/mapped-csv';
import { EMPTY, parseCart, withQuantity } from '../../web/src/modules/shop/cart-content';
import { planImport } from '../../web/src/modules/shop/import-plan';
import { readCsv } from '../../web/src/shell/list/read-csv';

describe('a cart', () => {
  it.each(['', 'null', '{', '{"items":1}', '{"items":[{"productId":1,"quantity":0},null]}'])(
    'that is none is empty: %j',
    (text) => expect(parseCart(text).items).toEqual([]),
  );

  it('gets another key whenever its purchase would be another one', () => {
    let n = 0;
    const key = (): string => `key${++n}`;
    const one = withQuantity(EMPTY, 'a', 2, key);
    const two = withQuantity(withQuantity(one, 'b', 1, key), 'a', 0, key);
    expect([one, two]).toEqual([
      { items: [{ productId: 'a', quantity: 2 }], address: '', key: 'key1' },
      { items: [{ productId: 'b', quantity: 1 }], address: '', key: 'key3' },
    ]);
  });
});

describe('a CSV file', () => {
  it.each([
    ['a,b\r\n"x, ""y""\nz",2\n\nc,d', [1, 2, 5]],
    ['sep=;\na;b\nc;d', [2, 3]],
    ['\uFEFFa\tb\n\tc\n', [1, 2]],
  ])('keeps the lines of its records: %j', (text, lines) =>
    expect(readCsv(text).map(({ line }) => line)).toEqual(lines),
  );

  it('is sent with our names, each record on its line', () => {
    const records = readCsv('Mail;Notes;Name\na@x.y;"1\n2\n3";Ada, B.\n;;\nb@x.y;;Ben\n');
    const names = guessColumns(records[0].cells, [
      { name: 'email', words: ['Mail'] },
      { name: 'full_name', words: ['Full name'] },
    ]);
    expect(names).toEqual(['email', '', '']);
    expect(remapped(records, ['email', '', 'full_name'])).toBe('email,full_name\na@x.y,"Ada, B."\n\n\n\nb@x.y,Ben\n');
  });

  it('is read in the encodings of spreadsheets', () => {
    expect(textOf(new Uint8Array([0xff, 0xfe, 0xe9, 0x00]).buffer)).toBe('é');
    expect(textOf(new Uint8Array([0x61, 0xe9]).buffer)).toBe('aé');
  });
});

describe('a gradebook', () => {
  const grade = (id: string, values: Partial<Grade> = {}): Grade => ({
    ...{ id, student_id: 's', subject: 'Art', assessment: 'Midterm', score: 50, weight: 1, comments: '', version: 1 },
    ...values,
  });

  it('has columns by subject in the order of their first grade, and unnamed grades beside each other', () => {
    const grades = [
      grade('3', { assessment: null }),
      grade('2', { assessment: null }),
      grade('1', { subject: 'Music', weight: 2 }),
      grade('4', { student_id: 't', weight: 3 }),
    ];
    const { columns, cells } = layOut(grades, [{ subject: 'Art', assessment: 'Final', weight: 2 }]);
    expect(columns.map(({ subject, assessment, weight }) => [subject, assessment, weight])).toEqual([
      ['Art', null, 1],
      ['Art', null, 1],
      ['Art', 'Midterm', 3],
      ['Art', 'Final', 2],
      ['Music', 'Midterm', 2],
    ]);
    expect(cells.get(cellKey('s', columnKey('Art', null, 1)))?.id).toBe('3');
  });

  it.each([
    ['87,25', 87.25],
    [' 100 ', 100],
    ['100.01', null],
    ['-1', null],
    ['1e1', null],
    ['5.123', null],
    ['', null],
  ])('takes %j for %p', (text, score) => expect(scoreOf(text)).toBe(score));

  it('weighs its means, reads what is pasted, and tells new grades from others', () => {
    expect(meanOf([grade('1', { score: 40 }), grade('2', { score: 100, weight: 2 })])).toBe(80);
    expect(meanOf([])).toBeNull();
    expect(pastedRows('1\t2\r\n\t4\r\n')).toEqual([
      ['1', '2'],
      ['', '4'],
    ]);
    const [column] = layOut([grade('1', { weight: 2 })], []).columns;
    const changes = [0, 3, 0].map((version, n) => ({ student: `${n}`, column, score: 1, version }));
    expect(batchesOf(changes).map((one) => [one.weight, one.changes.length])).toEqual([
      [2, 2],
      [undefined, 1],
    ]);
  });
});

it('a plan makes, changes and leaves products, and tells of faults by line', () => {
  const product = {
    ...{
      id: '1',
      sku: 'P-1',
      name: 'Pen',
      price: '1.50',
      currency: 'USD',
      category_id: 'c',
      description: '',
      stock: 3,
    },
  };
  const row = (line: number, cells: object) => ({ line, cells });
  const { steps, faults, unchanged } = planImport(
    [
      row(2, { sku: 'p-1', price: '1,5', stock: '3' }),
      row(3, { sku: 'P-1' }),
      row(4, { name: 'Ink', price: '2', category: 'PAPER', stock: '1' }),
      row(5, { name: 'Ink', price: '2x', stock: '-1' }),
    ],
    [product],
    [{ id: 'c', name: 'Paper' }],
  );
  expect(unchanged).toBe(1);
  expect(steps).toEqual([
    { line: 4, product: undefined, values: { name: 'Ink', price: '2', category_id: 'c' }, stock: 1 },
  ]);
  expect(faults.map(({ line, column, code }) => [line, column, code])).toEqual([
    [3, 'sku', 'twice'],
    [5, 'price', 'no_price'],
    [5, 'stock', 'no_whole_number'],
    [5, 'category', 'missing'],
  ]);
});
