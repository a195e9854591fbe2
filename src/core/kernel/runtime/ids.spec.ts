import { isId, newId } from './ids';

describe('newId', () => {
  it('is a UUID v7 that begins with the milliseconds', () => {
    const nowMs = Date.now() + 60_000;
    const id = newId(nowMs);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(nowMs);
  });

  it('sorts by birth, never repeats, also many in one millisecond and with the clock set back', () => {
    const nowMs = Date.now() + 120_000;
    const ids = Array.from({ length: 20_000 }, (_, index) => newId(index < 10_000 ? nowMs : nowMs - 5000));
    expect(new Set(ids).size).toBe(ids.length);
    expect([...ids].sort()).toEqual(ids);
  });

  it('does not tell the next one', () => {
    const tails = new Set(Array.from({ length: 2000 }, () => newId().slice(19)));
    expect(tails.size).toBe(2000);
  });
});

describe('isId', () => {
  it.each([newId(), newId().toUpperCase(), '9b2f6d3e-8c1a-4b7e-9f00-1234567890ab'])('takes %s', (text) => {
    expect(isId(text)).toBe(true);
  });

  it.each([
    '',
    '1',
    newId().replaceAll('-', ''),
    `{${newId()}}`,
    `${newId()}\n`,
    ` ${newId()}`,
    `${newId()}0`,
    '0192f0a0-0000-7000-c000-000000000000',
    '00000000-0000-0000-0000-000000000000',
    "0192f0a0-0000-7000-8000-00000000000'",
  ])('refuses %p', (text) => {
    expect(isId(text)).toBe(false);
  });
});
