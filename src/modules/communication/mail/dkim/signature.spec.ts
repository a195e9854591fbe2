import { createPrivateKey, createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { bodyHashOf, DkimKey, signatureOf, signed, signingInput, splitMessage } from './signature';

// RFC 8463 appendix A.
const MESSAGE = Buffer.from(
  [
    'From: Joe SixPack <joe@football.example.com>',
    'To: Suzie Q <suzie@shopping.example.net>',
    'Subject: Is dinner ready?',
    'Date: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)',
    'Message-ID: <20030712040037.46341.5F8J@football.example.com>',
    '',
    'Hi.',
    '',
    'We lost the game.  Are you hungry yet?',
    '',
    'Joe.',
    '',
  ].join('\r\n'),
);
const NAMES = ['from', 'to', 'subject', 'date', 'message-id', 'from', 'subject', 'date'];
const unsignedOf = (algorithm: string, selector: string): string =>
  [
    `DKIM-Signature: v=1; a=${algorithm}-sha256; c=relaxed/relaxed;`,
    ' d=football.example.com; i=@football.example.com;',
    ` q=dns/txt; s=${selector}; t=1528637909; h=from : to :`,
    ' subject : date : message-id : from : subject : date;',
    ' bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;',
    ' b=',
  ].join('\r\n');
const ED25519_SEED = Buffer.from('nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=', 'base64');
const RSA_PUBLIC =
  'MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDkHlOQoBTzWRiGs5V6NpP3idY6Wk08a5qhdR6wy5bdOKb2jLQiY/J16JYi0Qvx/byYzCNb3W91y3FutACDfzwQ/BC/e/8uBsCR+yz1Lxj+PL6lHvqMKrM3rG4hstT5QjvHO9PzoxZyVYLzBfO2EeC3Ip3G+2kryOTIKT+l/K4w3QIDAQAB';

describe('the signature of RFC 8463', () => {
  const { fields, body } = splitMessage(MESSAGE);

  it('has the hash of the body', () => {
    expect(bodyHashOf(body)).toBe('2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=');
    expect(bodyHashOf('')).toBe('47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=');
  });

  it('is made with Ed25519', () => {
    const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), ED25519_SEED]);
    const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
    const input = signingInput(fields, NAMES, unsignedOf('ed25519', 'brisbane'));
    expect(signatureOf(input, { algorithm: 'ed25519', privateKey })).toBe(
      '/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11BusFa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw==',
    );
  });

  it('is made over what the one with RSA is made over', () => {
    const key = createPublicKey({ key: Buffer.from(RSA_PUBLIC, 'base64'), format: 'der', type: 'spki' });
    const unsigned = [
      'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed;',
      ' d=football.example.com; i=@football.example.com;',
      ' q=dns/txt; s=test; t=1528637909; h=from : to : subject :',
      ' date : message-id : from : subject : date;',
      ' bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;',
      ' b=',
    ].join('\r\n');
    const value =
      'F45dVWDfMbQDGHJFlXUNB2HKfbCeLRyhDXgFpEL8GwpsRe0IeIixNTe3DhCVlUrSjV4BwcVcOF6+FF3Zo9Rpo1tFOeS9mPYQTnGdaSGsgeefOsk2JzdA+L10TeYt9BgDfQNZtKdN1WO//KgIqXP7OdEFE4LjFYNcUxZQ4FADY+8=';
    const input = Buffer.from(signingInput(fields, NAMES, unsigned));
    expect(verify('sha256', input, key, Buffer.from(value, 'base64'))).toBe(true);
  });
});

describe('a signed message', () => {
  const keys = (['ed25519', 'rsa'] as const).map((algorithm): DkimKey & { publicKey: unknown } => {
    const pair =
      algorithm === 'rsa' ? generateKeyPairSync('rsa', { modulusLength: 2048 }) : generateKeyPairSync('ed25519');
    return { domain: 'example.com', selector: `s-${algorithm}`, algorithm, ...pair };
  });
  const at = new Date('2026-11-29T12:00:00Z');
  const text = signed(MESSAGE, keys, at).toString('latin1');

  it('has both signatures, rsa first, and the message as it was', () => {
    expect([...text.matchAll(/a=(rsa|ed25519)-sha256/g)].map(([, one]) => one)).toEqual(['rsa', 'ed25519']);
    expect(text.endsWith(MESSAGE.toString('latin1'))).toBe(true);
    expect(text).not.toMatch(/\bl=/);
    expect(text.split('\r\n').every((line) => line.length <= 998)).toBe(true);
    expect(signed(MESSAGE, keys, at).toString('latin1')).toBe(text); // the same at every attempt
  });

  it('names From, To and Subject once more than they are there', () => {
    const [, names] = /h=([\s\S]*?);/.exec(text) as RegExpExecArray;
    expect(names.replace(/\s/g, '').split(':')).toEqual([
      'from',
      'from',
      'to',
      'to',
      'subject',
      'subject',
      'date',
      'message-id',
    ]);
  });

  it('is verified by its public keys, and no more once a header is added', () => {
    for (const key of keys) {
      const of = (message: string): boolean => {
        const { fields } = splitMessage(Buffer.from(message, 'latin1'));
        const own = fields.find(({ raw }) => raw.includes(`s=s-${key.algorithm}`));
        const names = (/h=([\s\S]*?);/.exec(own?.raw ?? '') as RegExpExecArray)[1].replace(/\s/g, '').split(':');
        const value = (/\bb=([\s\S]*)$/.exec(own?.raw ?? '') as RegExpExecArray)[1].replace(/\s/g, '');
        const input = signingInput(fields, names, (own?.raw ?? '').replace(/\bb=[\s\S]*$/, 'b='));
        const bytes = Buffer.from(input, 'latin1');
        const signature = Buffer.from(value, 'base64');
        if (key.algorithm === 'rsa') return verify('sha256', bytes, key.publicKey as never, signature);
        return signatureOf(input, key) === value;
      };
      expect(of(text)).toBe(true);
      for (const added of ['Subject: Evil', 'From: evil@example.com', 'To: evil@example.com']) {
        expect(of(`${added}\r\n${text}`)).toBe(false);
      }
    }
  });
});
