import type { Type } from '@nestjs/common';
import { dtoOf, FieldMeta } from './registry';

type Convert = (value: unknown) => unknown;

const toWireOf = new WeakMap<Type, Convert>();
const fromWireOf = new WeakMap<Type, Convert>();
const lazyOf = new WeakMap<Type, object>();
/** What a DTO was read from: it goes out as that, and is not converted back. DTOs are never changed once made. */
const wireOf = new WeakMap<object, object>();
const TEXT = Symbol('text');
const PARSED = Symbol('parsed');

/** Makes the function that writes a DTO of this class as JSON text. */
export type TextWriters = (type: Type) => (dto: object) => string;

const plainWriters: TextWriters = (type) => (dto) => JSON.stringify(toWire(type, dto));
let writers = plainWriters;

/** Replaces how DTOs become text; `core/fast` does. @param others must write the very same text; without them the plain way is back */
export function useTextWriters(others: TextWriters = plainWriters): void {
  writers = others;
}

/** A DTO as text; parsed when a property is first read. */
interface Lazy {
  readonly [TEXT]?: string;
  [PARSED]?: Record<string, unknown>;
}

/** The DTO with REST's names, its declared fields and no others, instants as ISO text. */
export function toWire(type: Type, dto: object): Record<string, unknown> {
  return compiled(toWireOf, type, (field) => [field.wire, field.property])(dto) as Record<string, unknown>;
}

/** The JSON text of a DTO, or of a list of them. */
export function serialise(type: Type, value: object): string {
  const text = (value as Lazy)[TEXT];
  if (text !== undefined) return text;
  const known = wireOf.get(value);
  if (known) return JSON.stringify(known);
  const write = writers(type);
  return Array.isArray(value) ? `[${value.map((one: object) => write(one)).join()}]` : write(value);
}

/** Reverses `toWire`: for what we stored ourselves, so unchecked. */
export function fromWire<T>(type: Type<T>, wire: unknown): T {
  const dto = compiled(fromWireOf, type, (field) => [field.property, field.wire])(wire) as T;
  wireOf.set(dto as object, wire as object);
  return dto;
}

/**
 * The DTO whose JSON text this is, as `serialise` wrote it: it goes out as that very text, and is parsed only when somebody
 * reads a property. Its properties are getters, so it is read and not spread.
 */
export function fromText<T extends object>(type: Type<T>, text: string): T {
  let prototype = lazyOf.get(type);
  if (!prototype) lazyOf.set(type, (prototype = lazyPrototype(type)));
  const dto = Object.create(prototype) as Lazy & { [TEXT]: string };
  dto[TEXT] = text;
  return dto as T;
}

/** For `Cache.get`: what is cached of a DTO is the text of the wire, which a REST answer sends as it is. */
export function codecOf<T extends object>(type: Type<T>): { write: (dto: T) => string; read: (text: string) => T } {
  return { write: (dto) => serialise(type, dto), read: (text) => fromText(type, text) };
}

function lazyPrototype(type: Type): object {
  const prototype = {};
  for (const { property } of dtoOf(type).fields) {
    Object.defineProperty(prototype, property, {
      get(this: Lazy): unknown {
        this[PARSED] ??= fromWire(type, JSON.parse(this[TEXT] as string)) as Record<string, unknown>;
        return this[PARSED][property];
      },
    });
  }
  return prototype;
}

/**
 * One object literal per class, compiled at first use: reading declared names only is both the allow-list of what leaves
 * the house and the fastest way to rename. Names come from our decorators, never from input.
 */
function compiled(cache: WeakMap<Type, Convert>, type: Type, names: (field: FieldMeta) => [string, string]): Convert {
  const known = cache.get(type);
  if (known) return known;
  const back = cache === fromWireOf;
  const helpers: Convert[] = [];
  const members = dtoOf(type).fields.map((field) => {
    const [to, from] = names(field);
    const source = `o.${from}`;
    const convert = converter(field, back, cache, names);
    if (!convert) return `${to}: ${source}`;
    const call = `h[${helpers.push(convert) - 1}]`;
    const converted = field.list ? `${source}.map(${call})` : `${call}(${source})`;
    return `${to}: ${source} == null ? ${source} : ${converted}`;
  });
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- see above
  const make = new Function('h', `return (o) => ({ ${members.join(', ')} })`) as (helpers: Convert[]) => Convert;
  const made = make(helpers);
  cache.set(type, made);
  return made;
}

function converter(
  field: FieldMeta,
  back: boolean,
  cache: WeakMap<Type, Convert>,
  names: (field: FieldMeta) => [string, string],
): Convert | null {
  const { nested } = field;
  if (nested) return (value) => compiled(cache, nested(), names)(value);
  if (field.kind !== 'date') return null;
  return back ? (value) => new Date(value as string) : (value) => (value as Date).toISOString();
}
