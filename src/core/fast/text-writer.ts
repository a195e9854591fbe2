import type { Type } from '@nestjs/common';
import { dtoOf, FieldMeta } from '../web/dto/registry';

type Write = (value: unknown) => string;

const writers = new WeakMap<Type, Write>();

/** What JSON must escape, and lone surrogates, which it writes as escapes too (RFC 8259 section 7). */
const ESCAPED = /[\u0000-\u001f"\\\ud800-\udfff]/;

/**
 * Writes a DTO as JSON text with REST's names, its declared fields and no others: the very text that `JSON.stringify` makes
 * of `toWire`, without the objects in between. One function per class, compiled at first use; names come from our
 * decorators, never from input.
 */
export function textWriter(type: Type): Write {
  const known = writers.get(type);
  if (known) return known;
  const helpers: Write[] = [];
  const members = dtoOf(type).fields.map((field) => {
    const write = `h[${helpers.push(writerOf(field)) - 1}](v)`;
    return `v = o.${field.property};
      if (v !== undefined) { s += (s === '' ? '"' : ',"') + '${field.wire}":' + (v === null ? 'null' : ${write}); }`;
  });
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- see above
  const make = new Function('h', `return (o) => { let v, s = ''; ${members.join(' ')} return '{' + s + '}'; }`) as (
    helpers: Write[],
  ) => Write;
  const made = make(helpers);
  writers.set(type, made);
  return made;
}

function writerOf({ kind, list, nested }: FieldMeta): Write {
  const one = nested ? (value: unknown) => textWriter(nested())(value) : WRITERS[kind];
  if (!list) return one;
  return (items) =>
    `[${(items as unknown[]).map((item) => (item === null || item === undefined ? 'null' : one(item))).join()}]`;
}

const anything: Write = (value) => JSON.stringify(value) ?? 'null';
const text: Write = (value) =>
  typeof value === 'string' && !ESCAPED.test(value) ? `"${value}"` : (JSON.stringify(value) ?? 'null');
const number: Write = (value) => (Number.isFinite(value) ? String(value) : anything(value));

const WRITERS: Record<FieldMeta['kind'], Write> = {
  string: text,
  id: text,
  money: text,
  int: number,
  number,
  boolean: anything,
  date: (value) => `"${(value as Date).toISOString()}"`,
  object: anything,
  json: anything,
};
