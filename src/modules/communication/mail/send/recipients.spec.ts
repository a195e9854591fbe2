import { readRecipients } from './recipients';

const read = (to: string[], cc: string[] = [], bcc: string[] = []) => readRecipients({ to, cc, bcc });

describe('recipients', () => {
  it('are each there once, in the first field that names them', () => {
    expect(
      read(['Ada@example.com', ' ada@example.com '], ['ADA@EXAMPLE.COM', 'bob@example.com'], ['bob@example.com']),
    ).toEqual([
      { field: 'to', address: 'Ada@example.com' },
      { field: 'cc', address: 'bob@example.com' },
    ]);
  });

  it('have an international domain in its ASCII form', () => {
    expect(read(['ada@müller.example'])).toEqual([{ field: 'to', address: 'ada@xn--mller-kva.example' }]);
  });

  it.each([
    'Ada <ada@example.com>',
    '"Ada" <ada@example.com>',
    '<ada@example.com>',
    'ada@example.com, bob@example.com',
    'ada@example.com; bob@example.com',
    'ada@example.com bob@example.com',
    'friends: ada@example.com, bob@example.com;',
    'ada@example.com (Ada)',
    '(Ada) ada@example.com',
    '"ada b"@example.com',
    '"a@b"@example.com',
    'ada\\@b@example.com',
    'ada@[127.0.0.1]',
    'ada@@example.com',
    'ada@',
    '@example.com',
    'ada',
    '.ada@example.com',
    'ada.@example.com',
    'a..b@example.com',
    'ada@example..com',
    'ada@-example.com',
    'ada@exa mple.com',
    'ada@example.com\r\nBcc: bob@example.com',
    'ada\u2028@example.com',
    '@a.example,@b.example:ada@example.com',
    `${'a'.repeat(65)}@example.com`,
    'mailto:ada@example.com',
  ])('are refused whole where one is %j', (one) => {
    expect(() => read(['bob@example.com', one])).toThrow(
      expect.objectContaining({ facts: { errors: [expect.objectContaining({ field: 'to.1', code: 'email' })] } }),
    );
  });

  it('are a hundred at most, doubles not counted', () => {
    const many = (count: number) => Array.from({ length: count }, (_, n) => `a${n}@example.com`);
    expect(read([...many(100), ...many(100)])).toHaveLength(100);
    expect(() => read(many(60), many(101).slice(60))).toThrow(expect.objectContaining({ code: 'validation' }));
  });
});
