import { Param, PipeTransform } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { Validation } from '../../kernel/errors/common.errors';
import { isId } from '../../kernel/runtime';

export class IdPipe implements PipeTransform<string, string> {
  constructor(private readonly name: string) {}

  /** @throws Validation */
  transform(value: string): string {
    if (isId(value)) return value.toLowerCase();
    throw new Validation({ errors: [{ field: this.name, code: 'uuid', message: 'must be a UUID' }] });
  }
}

/** A UUID of the path. */
export function IdParam(name = 'id'): ParameterDecorator {
  return (target, key, index) => {
    Param(name, new IdPipe(name))(target, key, index);
    const descriptor = Object.getOwnPropertyDescriptor(target, key as string) as PropertyDescriptor;
    ApiParam({ name, schema: { type: 'string', format: 'uuid' } })(target, key as string, descriptor);
  };
}
