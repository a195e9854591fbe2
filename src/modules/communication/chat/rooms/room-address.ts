import { Param, PipeTransform } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { Validation } from '../../../../core/kernel/errors';
import { isId } from '../../../../core/kernel/runtime';

/** The name of a public room. What looks like an id is none. */
export const ROOM_NAME = /^(?![0-9a-f]{8}-[0-9a-f]{4}-)[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/i;

/** By what a room is addressed: an id, or the name of a public one. */
export type RoomAddress = { readonly id: string } | { readonly name: string };

/** @throws Validation for what cannot be the address of a room */
export function readAddress(text: string): RoomAddress {
  if (isId(text)) return { id: text.toLowerCase() };
  if (ROOM_NAME.test(text)) return { name: text };
  throw new Validation({
    errors: [{ field: 'room', code: 'pattern', message: 'must be a name of letters, digits, ., _ and -, or an id' }],
  });
}

class AddressPipe implements PipeTransform<string, RoomAddress> {
  transform(text: string): RoomAddress {
    return readAddress(text);
  }
}

/** The room of the path. */
export function RoomParam(): ParameterDecorator {
  return (target, key, index) => {
    Param('room', AddressPipe)(target, key, index);
    const descriptor = Object.getOwnPropertyDescriptor(target, key as string) as PropertyDescriptor;
    ApiParam({ name: 'room', schema: { type: 'string', maxLength: 64 } })(target, key as string, descriptor);
  };
}
