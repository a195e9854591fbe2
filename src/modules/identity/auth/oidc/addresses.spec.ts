import { localPath, redirectUriOf } from './addresses';

/** What the web application itself runs. */
const { localPath: localPathOfPages } = jest.requireActual<{
  localPath: (next: string | null, origin: string) => string | null;
}>('../../../../../web/src/shell/session/local-path');

describe('localPath', () => {
  it.each(['/', '/chat', '/orders?status=pending#top', '/a//b', '/%2f%2fevil.example'])(
    'leaves %s as it is',
    (next) => {
      expect(localPath(next)).toBe(next);
    },
  );

  it.each([
    undefined,
    null,
    '',
    'account',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/.//evil.example',
    '/a/..//evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    ' //evil.example',
  ])('leads to the account instead of %j', (next) => {
    expect(localPath(next)).toBe('/account');
  });

  it('never gives a line break on', () => {
    expect(localPath('/a\r\nset-cookie: x=y')).toBe('/aset-cookie:%20x=y');
  });
});

describe('localPath, on the server and in pages', () => {
  const ORIGIN = 'https://atrium.example';
  const PARTS = ['/', '//', '\\', '.', '..', '%2e', '%2E', '%2f', '%5c', '\t', '\n', '\r', '\0', ' ', '@', ':', '?', '#', 'evil.example', 'x', 'https:', '\u2028', '／', '。']; // prettier-ignore

  /** Every row of up to four of the parts behind a slash. */
  function* inputs(depth = 4, before = '/'): Generator<string> {
    yield before;
    if (depth > 0) for (const part of PARTS) yield* inputs(depth - 1, before + part);
  }

  it('never leads to another origin, whatever is put together', () => {
    const astray: string[] = [];
    for (const next of inputs()) {
      const both = [localPath(next), localPathOfPages(next, ORIGIN) ?? '/account'];
      const isOff = (path: string): boolean => !path.startsWith('/') || new URL(path, ORIGIN).origin !== ORIGIN;
      if (both[0] !== both[1] || both.some(isOff)) astray.push(next);
    }
    expect(astray).toEqual([]);
  });

  it.each(['/', '/chat', '/orders?status=pending#top', '/a//b', '/a?next=//b'])('goes on to %s', (next) => {
    expect([localPath(next), localPathOfPages(next, ORIGIN)]).toEqual([next, next]);
  });
});

describe('redirectUriOf', () => {
  it('is made of PUBLIC_URL alone', () => {
    expect(redirectUriOf('https://atrium.example', 'google')).toBe(
      'https://atrium.example/api/v1/auth/oauth/google/callback',
    );
    expect(redirectUriOf('https://school.example/app/', 'school')).toBe(
      'https://school.example/app/api/v1/auth/oauth/school/callback',
    );
  });
});
