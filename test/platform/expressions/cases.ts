/** The moment of every case: a Tuesday, and a Wednesday in Madrid. */
export const MOMENT = { nowMs: Date.parse('2031-05-06T23:30:15.250Z') };

export interface Case {
  readonly source: string;
  readonly context?: Record<string, unknown>;
  readonly timeZone?: string;
  readonly result: unknown;
  /** The types of the warnings; none unless said. */
  readonly warnings?: string[];
}

/** Expressions and what they come to, in a process of the server and in a browser alike. */
export const CASES: readonly Case[] = [
  { source: '1 + 2 * 3', result: 7 },
  { source: '0.1 + 0.2', result: 0.30000000000000004 },
  { source: '"a" + "b"', result: 'ab' },
  { source: 'null', result: null },
  { source: 'if total > 100 then "large" else "small"', context: { total: 120 }, result: 'large' },
  { source: 'order.items[price > 10].name', context: { order: { items: shop() } }, result: ['globe', 'atlas'] },
  { source: 'sum(order.items.price)', context: { order: { items: shop() } }, result: 67 },
  { source: 'some item in items satisfies item.price > 40', context: { items: shop() }, result: true },
  { source: 'every item in items satisfies item.price > 40', context: { items: shop() }, result: false },
  { source: 'for i in 1..4 return i * i', result: [1, 4, 9, 16] },
  { source: 'for i in 3..1 return i', result: [3, 2, 1] },
  { source: 'for i in (1..4) return i', result: [2, 3] },
  { source: 'for i in 1..10000 return i', result: Array.from({ length: 10_000 }, (_, at) => at + 1) },
  { source: 'first name', context: { 'first name': 'Ada' }, result: 'Ada' },
  { source: '{a: 1, b: a + 1}', result: { a: 1, b: 2 } },
  { source: 'age in [18..65)', context: { age: 65 }, result: false },
  { source: '"ada@example.com" instance of string', result: true },
  { source: 'matches("A-17", "^[A-Z]-\\d+$")', result: true },
  { source: 'string join(split("a,b,c", ","), "-")', result: 'a-b-c' },
  // The clock is the one that is passed in.
  { source: 'today()', result: '2031-05-06' },
  { source: 'now()', result: '2031-05-06T23:30:15.25Z' },
  { source: 'today()', timeZone: 'Europe/Madrid', result: '2031-05-07' },
  { source: 'now()', timeZone: 'Europe/Madrid', result: '2031-05-07T01:30:15.25@Europe/Madrid' },
  { source: 'date("2031-12-24") - today()', result: 'P232D' },
  { source: 'today() + duration("P1M")', result: '2031-06-06' },
  { source: 'for i in 1..3 return today()', result: ['2031-05-06', '2031-05-06', '2031-05-06'] },
  { source: 'date("2026-02-30")', result: null, warnings: ['invalid_arguments'] },
  { source: 'day of week(today())', result: 'Tuesday' },
  // What is missing or of another type is null, and said.
  { source: 'total', result: null, warnings: ['no_variable_found'] },
  { source: '1 + "a"', result: null, warnings: ['invalid_type'] },
  { source: 'order.total', context: { order: {} }, result: null, warnings: ['no_context_entry_found'] },
  { source: 'nothing(1)', result: null, warnings: ['no_variable_found', 'no_function_found'] },
  { source: '10 ** 400', result: null, warnings: ['not_json'] },
  { source: '{double: function(n) n * 2}', result: { double: null }, warnings: ['not_json'] },
  // Nothing leads out of the context.
  { source: 'constructor', result: null, warnings: ['no_variable_found'] },
  { source: '__proto__', result: null, warnings: ['no_variable_found'] },
  { source: 'order.constructor', context: { order: {} }, result: null, warnings: ['no_context_entry_found'] },
  { source: 'order.__proto__', context: { order: {} }, result: null, warnings: ['no_context_entry_found'] },
  { source: 'get value(order, "constructor")', context: { order: {} }, result: null },
  { source: 'get value(order, "__" + "proto__")', context: { order: {} }, result: null },
  { source: 'process', result: null, warnings: ['no_variable_found'] },
  { source: 'globalThis', result: null, warnings: ['no_variable_found'] },
  { source: 'car.constructor', context: { car: { constructor: 'Renault' } }, result: 'Renault' },
];

/** Sources that are no expressions. */
export const INVALID: readonly string[] = ['1 +', '(', 'if true', 'for x in', '"open', '] 1', '   ', '1..', 'a b c ='];

function shop(): object[] {
  return [
    { name: 'globe', price: 45 },
    { name: 'pencil', price: 2 },
    { name: 'atlas', price: 20 },
  ];
}
