import { gatewayPathOf } from './gateway-path';

const of = (rest: string) => gatewayPathOf(`/g/a${rest}`, '/g/');

describe('gatewayPathOf', () => {
  it.each([
    ['', '/', '/'],
    ['/', '/', '/'],
    ['/b/', '/b/', '/b'],
    ['/b%20c?x=//..%2F', '/b%20c?x=//..%2F', '/b c'],
    ['/b;v=1/c', '/b;v=1/c', '/b/c'],
    ['/50%25', '/50%25', '/50%'],
    ['/.well-known/...', '/.well-known/...', '/.well-known/...'],
    ['/%E6%96%B9', '/%E6%96%B9', '/方'],
  ])('reads %s', (path, rest, plain) => {
    expect(of(path)).toEqual({ service: 'a', rest, plain, plainOtherwise: null });
  });

  it('keeps an encoded slash within its segment, and says how else it could be read', () => {
    expect(of('/queues/%2F/q')).toMatchObject({
      rest: '/queues/%2F/q',
      plain: '/queues/%2F/q',
      plainOtherwise: '/queues/q',
    });
    expect(of('/@scope%2fname')).toMatchObject({ plain: '/@scope%2Fname', plainOtherwise: '/@scope/name' });
  });

  it.each([
    ...['//', '//b', '/b//c', '/b//', '/./b', '/b/.', '/../b', '/b/..', '/..', '/.;x', '/..;x/b'],
    ...['/%2e', '/%2E%2e/b', '/.%2e/b', '/b\\c', '/\\..\\b', '/%5c', '/%5C..', '/%00', '/b%0d%0a', '/%7f', '/%1F'],
    ...['/%2f..', '/..%2Fb', '/b%2f.%2fc', '/%252e%252e/b', '/%252F', '/%25252f', '/%255c', '/%2500'],
    ...['/%zz', '/%', '/%c0%ae%c0%ae/', '/%c0%af', '/%u002e', '/b#c'],
  ])('refuses %s', (path) => {
    expect(() => of(path)).toThrow(expect.objectContaining({ code: 'malformed_request' }) as Error);
  });
});
