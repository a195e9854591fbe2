import type { Type } from '@nestjs/common';
import { toSnake } from '../../kernel/text/names';

/** What a field holds, as far as names, text and serialising are concerned. */
export type FieldKind = 'string' | 'id' | 'int' | 'number' | 'boolean' | 'money' | 'date' | 'object' | 'json';

/** One field of a DTO: camelCase in the code and in GraphQL, `wire` in REST. */
export interface FieldMeta {
  readonly property: string;
  readonly wire: string;
  readonly kind: FieldKind;
  readonly list: boolean;
  /** The class of a nested DTO, late, so that classes may follow one another in a file. */
  readonly nested?: () => Type;
  /** The one form in which an input's text goes on, before it is checked. */
  readonly clean?: (text: string) => string;
  /** Decorates the same field of another class, optional or not; for `partialOf`. */
  readonly redecorate: (optional: boolean) => PropertyDecorator;
}

/** The fields of one DTO class, its parents' first. */
export interface DtoMeta {
  readonly fields: readonly FieldMeta[];
  readonly byWire: ReadonlyMap<string, FieldMeta>;
  readonly byProperty: ReadonlyMap<string, FieldMeta>;
}

const own = new Map<object, FieldMeta[]>();
const complete = new WeakMap<object, DtoMeta>();

/** Called by the field decorators. */
export function registerField(target: object, meta: Omit<FieldMeta, 'wire'>): void {
  const fields = own.get(target) ?? [];
  own.set(target, [...fields, { ...meta, wire: toSnake(meta.property) }]);
}

/** The fields of the class, or null when it is no DTO. */
export function findDto(type: unknown): DtoMeta | null {
  if (typeof type !== 'function') return null;
  const known = complete.get(type);
  if (known) return known;
  const fields: FieldMeta[] = [];
  for (let proto = type.prototype as object | null; proto; proto = Object.getPrototypeOf(proto) as object | null) {
    fields.unshift(...(own.get(proto) ?? []));
  }
  if (fields.length === 0) return null;
  const made: DtoMeta = {
    fields,
    byWire: new Map(fields.map((field) => [field.wire, field])),
    byProperty: new Map(fields.map((field) => [field.property, field])),
  };
  complete.set(type, made);
  return made;
}

/** What the fields of the class are called in REST. */
export const wireNames = (type: Type): string[] => dtoOf(type).fields.map(({ wire }) => wire);

/** @throws Error when the class has no field of `core/web/dto`. */
export function dtoOf(type: Type): DtoMeta {
  const meta = findDto(type);
  if (!meta) throw new Error(`${type.name} has no fields of core/web/dto`);
  return meta;
}
