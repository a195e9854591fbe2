import { ArgumentMetadata, Injectable, PipeTransform, Type } from '@nestjs/common';
import { currentContext } from '../../kernel/context/context';
import { MalformedJson, Validation } from '../../kernel/errors/common.errors';
import { parseInput } from './parse';
import { findDto } from './registry';

/** App-wide: every argument whose class has fields of `core/web/dto` is parsed and checked before a handler sees it. */
@Injectable()
export class DtoPipe implements PipeTransform {
  /** Query strings come as one frozen object per text (see core/web/http), so each is checked once while remembered. */
  private readonly queries = new WeakMap<object, Map<unknown, object>>();

  transform(value: unknown, { type, metatype, data }: ArgumentMetadata): unknown {
    if (type === 'custom' || !metatype || !findDto(metatype)) return value;
    if (value instanceof metatype) return value; // of a gateway, whose frames come here twice
    if (type === 'query') return this.query(metatype as Type<object>, value as object);
    const { transport, emptyJson } = currentContext();
    if (transport !== 'graphql') return this.body(metatype as Type<object>, value, emptyJson);
    // All arguments of a field at once: null is what clients send for a variable that is not set.
    const given = data === undefined ? withoutNulls(value as object) : value;
    return parseInput(metatype as Type<object>, given, 'graphql');
  }

  /** @throws MalformedJson where the client said JSON, sent nothing, and something is needed; else as `parseInput` */
  private body(type: Type<object>, value: unknown, emptyJson?: boolean): object {
    try {
      return parseInput(type, value, 'wire');
    } catch (error) {
      throw emptyJson && error instanceof Validation ? new MalformedJson() : error;
    }
  }

  private query(type: Type<object>, raw: object): object {
    const known = this.queries.get(raw)?.get(type);
    if (known) return known;
    const parsed = Object.freeze(parseInput(type, raw, 'query'));
    this.queries.set(raw, (this.queries.get(raw) ?? new Map<unknown, object>()).set(type, parsed));
    return parsed;
  }
}

function withoutNulls(args: object): object {
  return Object.fromEntries(Object.entries(args).filter(([, value]) => value !== null));
}
