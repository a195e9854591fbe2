import { Param, PipeTransform } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { Validation } from '../../../core/kernel/errors';
import { MAX_POD_NAME, POD_NAME } from './sources/names';

class PodNamePipe implements PipeTransform<string, string> {
  /** @throws Validation */
  transform(value: string): string {
    if (value.length <= MAX_POD_NAME && POD_NAME.test(value)) return value;
    throw new Validation({ errors: [{ field: 'pod_name', code: 'pattern', message: 'must be a name by RFC 1123' }] });
  }
}

/** The name of a pod in the path. */
export function PodParam(): ParameterDecorator {
  return (target, key, index) => {
    Param('pod_name', new PodNamePipe())(target, key, index);
    const descriptor = Object.getOwnPropertyDescriptor(target, key as string) as PropertyDescriptor;
    const schema = { type: 'string', maxLength: MAX_POD_NAME, pattern: POD_NAME.source };
    ApiParam({ name: 'pod_name', schema })(target, key as string, descriptor);
  };
}
