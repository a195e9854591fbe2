import { mask } from './mask';

const JWT = 'eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJlLW9m_LXRva2Vu';

describe('mask', () => {
  it.each([
    ['a bearer token', `Authorization: Bearer ${JWT}`, JWT],
    ['an opaque bearer token', 'authorization: bearer 8Zq-_x/y+z=', '8Zq'],
    ['basic credentials', 'Basic YWRhOnN1bm55', 'YWRhOnN1bm55'],
    ['a token anywhere', `seen ${JWT}, ignored`, JWT],
    ['the password of a URL', 'postgres://atrium:hunter2-canary@db:5432/atrium', 'hunter2-canary'],
    ['a password of a form', 'username=ada&password=canary&x=1', 'canary'],
    ['a password of JSON', '{"password": "canary"}', 'canary'],
    ['a password with spaces', '{"password":"four brown canary hens"}', /brown|canary|hens/],
    ['a password with a quote in it', String.raw`{"password":"four\"brown"}`, 'brown'],
    ['JSON within JSON', String.raw`{"body":"{\"password\":\"four brown\"}"}`, 'brown'],
    ['a longer name', 'refresh_token=canary1 client_secret=canary2 "current_password":"canary3"', 'canary'],
    ['a variable', 'ADMIN_PASSWORD=canary', 'canary'],
    ['a camel-case name', '{"refreshToken":"canary","accessToken":"canary"}', 'canary'],
    ['a code', 'GET /callback?code=canary&state=1', 'canary'],
    ['an API key', 'x-api-key: canary', 'canary'],
    ['a card number', 'paid with 4111111111111111 today', '4111'],
    ['a card number in groups', 'paid with 4111 1111 1111 1111 today', '1111'],
    ['a card number with dashes', '3782-822463-10005', '822463'],
  ])('hides %s', (_, text, secret) => {
    expect(mask(text)).not.toMatch(secret);
    expect(mask(text)).toMatch(/\[(masked|token|number)\]/);
  });

  it('leaves what stands beside a secret', () => {
    expect(mask('user=ada&password=x1&next=/home')).toBe('user=ada&password=[masked]&next=/home');
    expect(mask('{"email":"a@b.c","password":"x y","n":1}')).toBe('{"email":"a@b.c","password":"[masked]","n":1}');
    expect(mask('postgres://atrium:pw@db:5432/atrium')).toBe('postgres://atrium:[masked]@db:5432/atrium');
  });

  it.each([
    'GET /api/v1/products 200 in 12.5 ms',
    'duplicate key value violates unique constraint "uq_users_email"',
    'connect ECONNREFUSED 127.0.0.1:5432',
    'status_code=404 from 10.0.0.1',
    'order 2026-01-31 of 0192f0a0-1c2d-7e3f-8a4b-5c6d7e8f9a0b',
    'at Object.<anonymous> (/app/dist/src/main.js:10:5)',
  ])('leaves %p alone', (text) => {
    expect(mask(text)).toBe(text);
  });
});
