import { codeOf, newTotpSecret, stepAt, stepOf, totpUri } from './totp';

/** "12345678901234567890", the secret of the RFCs, in base32. */
const RFC_SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const STEP_MS = 30_000;

describe('totp', () => {
  // RFC 6238 appendix B, SHA-1 rows; six digits are the last six of the eight there.
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('has at %i s the code %s', (atS, code) => {
    expect(codeOf(RFC_SECRET, stepAt(atS * 1000))).toBe(code);
    expect(stepOf(RFC_SECRET, code, atS * 1000)).toBe(Math.floor(atS / 30));
  });

  // RFC 4226 appendix D.
  it.each(
    ['755224', '287082', '359152', '969429', '338314', '254676', '287922', '162583', '399871', '520489'].map(
      (code, step) => [step, code] as const,
    ),
  )('has in step %i the code %s', (step, code) => expect(codeOf(RFC_SECRET, step)).toBe(code));

  it.each([
    [-60, false],
    [-30, true],
    [0, true],
    [30, false],
    [60, false],
  ])('takes the code of %i s away: %s', (seconds, taken) => {
    const nowMs = Date.UTC(2026, 0, 31, 12, 0, 15);
    const step = stepAt(nowMs + seconds * 1000);
    expect(stepOf(RFC_SECRET, codeOf(RFC_SECRET, step), nowMs)).toBe(taken ? step : null);
  });

  it('changes its code exactly at the edge of a step', () => {
    const edgeMs = 1000 * STEP_MS;
    const code = codeOf(RFC_SECRET, 999);
    expect(stepOf(RFC_SECRET, code, edgeMs - 1)).toBe(999);
    expect(stepOf(RFC_SECRET, code, edgeMs + STEP_MS - 1)).toBe(999);
    expect(stepOf(RFC_SECRET, code, edgeMs + STEP_MS)).toBeNull();
  });

  it('has no step before the first', () => {
    expect(stepOf(RFC_SECRET, '755224', 0)).toBe(0);
    expect(stepOf(RFC_SECRET, '328482', 0)).toBeNull();
  });

  it.each(['', '1', '28708', '2870822', '287 082', ' 287082', '٢٨٧٠٨٢', '\uff12\uff18\uff17\uff10\uff18\uff12'])(
    'takes no %p',
    (code) => {
      expect(stepOf(RFC_SECRET, code, 59_000)).toBeNull();
    },
  );

  it('makes secrets of 160 random bits', () => {
    const secrets = Array.from({ length: 100 }, newTotpSecret);
    for (const secret of secrets) expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(new Set(secrets).size).toBe(100);
    expect(new Set(secrets.join('')).size).toBe(32);
  });

  it('names issuer, account, secret and parameters in the URI', () => {
    const uri = new URL(totpUri(RFC_SECRET, 'ada+1@example.com'));
    expect(uri.href).toMatch(/^otpauth:\/\/totp\/Atrium:ada%2B1%40example\.com\?secret=/);
    expect(Object.fromEntries(uri.searchParams)).toEqual({
      secret: RFC_SECRET,
      issuer: 'Atrium',
      algorithm: 'SHA1',
      digits: '6',
      period: '30',
    });
  });
});
