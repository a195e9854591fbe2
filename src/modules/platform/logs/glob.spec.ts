import { fits } from './glob';

describe('a glob', () => {
  it.each([
    ['shop-*', 'shop-1', true],
    ['shop-*', 'shop-', true],
    ['shop-*', 'shop', false],
    ['shop-*', 'workshop-1', false],
    ['*', 'anything', true],
    ['*-web-?', 'shop-web-1', true],
    ['*-web-?', 'shop-web-10', false],
    ['shop', 'shop', true],
    ['shop', 'shop-1', false],
    ['a*b*c', 'a-b-b-c', true],
    ['a*b*c', 'a-b-b-d', false],
    ['sh.p', 'shop', false],
  ])('%s takes %s: %s', (glob, name, is) => {
    expect(fits(glob, name)).toBe(is);
  });

  it('of many stars is no hammer', () => {
    expect(fits('*a'.repeat(40), `${'a'.repeat(200)}b`)).toBe(false);
  });
});
