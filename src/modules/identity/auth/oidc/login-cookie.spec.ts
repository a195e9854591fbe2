import { loginCookie, readLoginCookie, spentLoginCookie } from './login-cookie';

const HTTPS = 'https://school.example/app/';
const HTTP = 'http://localhost:8000';
const SECRET = 'a'.repeat(43);

describe('the cookie of a begun login', () => {
  it('is for the callback alone, out of reach of scripts, over https where we are', () => {
    const flags = 'Path=/app/api/v1/auth/oauth; Max-Age=600; SameSite=Lax; Secure; HttpOnly';
    expect(loginCookie(HTTPS, 'state', SECRET)).toMatch(new RegExp(`^__Secure-oidc_[0-9a-f]{12}=${SECRET}; ${flags}$`));
    expect(loginCookie(HTTP, 'state', SECRET)).toMatch(
      /^oidc_[0-9a-f]{12}=a{43}; Path=\/api\/v1\/auth\/oauth; Max-Age=600; SameSite=Lax; HttpOnly$/,
    );
    expect(loginCookie(HTTPS, 'state', SECRET)).not.toContain('state=');
  });

  it.each([HTTPS, HTTP])('is read again beside others, for its own login (%s)', (url) => {
    const [pair] = loginCookie(url, 'state', SECRET).split(';');
    const header = `a=b; ${pair}; ${loginCookie(url, 'other', 'x').split(';')[0]}`;
    expect(readLoginCookie(url, 'state', header)).toBe(SECRET);
    expect(readLoginCookie(url, 'third', header)).toBeNull();
    expect(readLoginCookie(url, 'state', undefined)).toBeNull();
    expect(readLoginCookie(url, 'state', `${pair}; ${pair}`)).toBeNull();
  });

  it('is taken away by name and path', () => {
    const [given, gone] = [loginCookie(HTTP, 'state', SECRET), spentLoginCookie(HTTP, 'state')];
    expect(gone.split('=')[0]).toBe(given.split('=')[0]);
    expect(gone).toContain('=; Path=/api/v1/auth/oauth; Max-Age=0;');
  });
});
