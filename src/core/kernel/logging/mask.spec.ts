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
    ['a short name', 'pass: canary', 'canary'],
    ['a short name of digits', 'pass: 4711 and db_pass: 123456', /4711|123456/],
    ['a short name of JSON', '{"pass":12,"dbPass": "12"}', '12'],
    ['a short name of a form', 'user=ada&pass=12', '12'],
    ['a longer name', 'refresh_token=canary1 client_secret=canary2 "current_password":"canary3"', 'canary'],
    ['a variable', 'ADMIN_PASSWORD=canary', 'canary'],
    ['a camel-case name', '{"refreshToken":"canary","accessToken":"canary"}', 'canary'],
    ['a code', 'GET /callback?code=canary&state=1', 'canary'],
    ['an API key', 'x-api-key: canary', 'canary'],
    ['a card number', 'paid with 4111111111111111 today', '4111'],
    ['a card number in groups', 'paid with 4111 1111 1111 1111 today', '1111'],
    ['a card number with dashes', '3782-822463-10005', '822463'],
    ['a card number of JSON', '{"n":4111111111111111,"m":1}', '4111'],
    ['a name escaped in JSON', String.raw`{"pass\u0077ord":"canary"}`, 'canary'],
    ['quotes escaped in JSON', String.raw`{"log":"\u0022password\u0022:\u0022canary one\u0022"}`, /canary|one/],
    ['a value escaped in JSON', String.raw`{"password":"can\u0061ry \u0022x\u0022 hens"}`, /u0061|hens/],
    ['a card number with escaped spaces', String.raw`{"log":"4111\u00201111\u00201111\u00201111"}`, '1111'],
    ['a bearer token with escaped slashes', String.raw`{"log":"Bearer abc\/def\/canary"}`, 'canary'],
    ['JSON within JSON within JSON', String.raw`{"a":"{\"b\":\"{\\\"token\\\":\\\"canary\\\"}\"}"}`, 'canary'],
    ['an encoded form', 'GET /?next=%2Flogin%3Fpassword%3Dcanary%26x%3D1', 'canary'],
    ['a list of passwords', '{"passwords":1,"password":["canary1","canary2"]}', 'canary'],
    ['an object of secrets', '{"secret":{"a":"canary","b":"canary"}}', 'canary'],
    ['a number for a password', '{"password": 123454321}', '123454321'],
    ['a cookie', 'Cookie: a=canary1; b=canary2', 'canary'],
    ['a cookie of JSON', '{"set-cookie":"__Host-atrium=canary; Path=/"}', 'canary'],
    ['an access key', 'AWS_SECRET_ACCESS_KEY=canary/x+y', 'canary'],
    ['a private key', String.raw`-----BEGIN PRIVATE KEY-----\nMIIcanary\n-----END PRIVATE KEY-----`, 'canary'],
    ['a token of a forge', 'cloning with ghp_0123456789abcdefghijABCDEFGHIJ012345', '0123456789abc'],
    ['a code of JSON', '{"code":"123456"}', '123456'],
    ['a card by its name', 'cvv=canary&card_number=canary', 'canary'],
  ])('hides %s', (_, text, secret) => {
    expect(mask(text)).not.toMatch(secret);
    expect(mask(text)).toMatch(/\[(masked|token|number)\]/);
  });

  it('leaves what stands beside a secret', () => {
    expect(mask('user=ada&password=x1&next=/home')).toBe('user=ada&password=[masked]&next=/home');
    expect(mask('{"email":"a@b.c","password":"x y","n":1}')).toBe('{"email":"a@b.c","password":"[masked]","n":1}');
    expect(mask('postgres://atrium:pw@db:5432/atrium')).toBe('postgres://atrium:[masked]@db:5432/atrium');
  });

  it('leaves JSON what it is', () => {
    const line =
      '{"password":12,"card":4111111111111111,"cards":[4111111111111111, 5],"token":{"a":[1]},"code":"EPIPE"}';
    expect(JSON.parse(mask(line))).toEqual({
      password: '[masked]',
      card: '[number]',
      cards: ['[number]', 5],
      token: '[masked]',
      code: 'EPIPE',
    });
  });

  it.each([
    ['tokens', 'eyJaaaaaaa-'],
    ['names', 'password'],
    ['quotes', '"password":"'],
    ['escapes', String.raw`\\\"password\":`],
    ['URLs', 'a://b:c'],
    ['digits', '4-'],
    ['lists', '"token":['],
    ['cookies', 'cookie: '],
    ['percent signs', '%2570assword%253D'],
  ])('takes time in proportion to a hostile text of %s', (_, piece) => {
    const timeOf = (length: number): number => {
      const text = piece.repeat(length / piece.length);
      const begun = performance.now();
      mask(text);
      return performance.now() - begun;
    };
    timeOf(10_000);
    // Forty times the text: quadratic would be 1600 times the time, minutes.
    expect(timeOf(400_000)).toBeLessThan(5000);
  });

  it.each([
    'tests pass: 12',
    'Tests: pass: 12, fail: 0',
    'all pass: true',
    'bypass: enabled',
    'GET /api/v1/products 200 in 12.5 ms',
    'duplicate key value violates unique constraint "uq_users_email"',
    'connect ECONNREFUSED 127.0.0.1:5432',
    'status_code=404 from 10.0.0.1',
    '{"level":30,"time":1732200000000,"pid":1,"trace":"1732200000000123456","msg":"ready"}',
    'GET /caf%C3%A9?q=50%25',
    String.raw`{"path":"C:\\new","msg":"one\ntwo"}`,
    'order 2026-01-31 of 0192f0a0-1c2d-7e3f-8a4b-5c6d7e8f9a0b',
    'at Object.<anonymous> (/app/dist/src/main.js:10:5)',
  ])('leaves %p alone', (text) => {
    expect(mask(text)).toBe(text);
  });
});
