import type { Type } from '@nestjs/common';
import { InputType } from '@nestjs/graphql';
import { dtoOf } from './registry';

/** The same fields, each optional: the input of a PATCH. */
export function PartialOf<T extends object>(type: Type<T>): Type<Partial<T>> {
  @InputType({ isAbstract: true }) // else GraphQL does not look into it for fields
  class PartialDto {}
  for (const field of dtoOf(type).fields) field.redecorate(true)(PartialDto.prototype, field.property);
  return PartialDto;
}
