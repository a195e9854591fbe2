import { localPath, redirectUriOf } from './addresses';

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
