import { AppError } from '../../kernel/errors';
import { decodeCursor, encodeCursor } from './cursor';

const isText = (value: unknown): boolean => typeof value === 'string';
const isNumber = (value: unknown): boolean => typeof value === 'number';

describe('decodeCursor', () => {
  it('gives back what was encoded, fit for a URL', () => {
    const cursor = encodeCursor('price', [999, 'Ünïcode?&=/+']);
    expect(cursor).toMatch(/^[\w-]+$/);
    expect(decodeCursor(cursor, 'price', [isNumber, isText])).toEqual([999, 'Ünïcode?&=/+']);
  });

  it.each([
    ['nothing', ''],
    ['plain text', 'abc'],
    ['signs', '%00*/\\'],
    ['JSON that is no list', Buffer.from('{"a":1}').toString('base64url')],
    ['null', Buffer.from('null').toString('base64url')],
    ['another sort', encodeCursor('name', [999, 'x'])],
    ['too few values', encodeCursor('price', [999])],
    ['too many values', encodeCursor('price', [999, 'x', 'y'])],
    ['a value of another type', encodeCursor('price', ['999', 'x'])],
    ['a list within', Buffer.from('["price",[999],"x"]').toString('base64url')],
    ['half of it', encodeCursor('price', [999, 'x']).slice(0, 8)],
  ])('refuses %s', (_, cursor) => {
    try {
      decodeCursor(cursor, 'price', [isNumber, isText]);
    } catch (error) {
      expect(error).toBeInstanceOf(AppError);
      expect((error as AppError).status).toBe(422);
      expect((error as AppError).facts.errors).toMatchObject([{ field: 'cursor', code: 'cursor' }]);
      return;
    }
    throw new Error('It was taken');
  });
});
