import { asMade, newAppPassword } from './app-password-secret';

describe('an app password', () => {
  it('has 120 random bits, in groups that can be typed', () => {
    const made = Array.from({ length: 2000 }, newAppPassword);
    expect(new Set(made).size).toBe(2000);
    for (const one of made) expect(one).toMatch(/^[0-9a-hjkmnp-tv-z]{4}(-[0-9a-hjkmnp-tv-z]{4}){5}$/);
    const signs = made.map(asMade);
    for (let at = 0; at < 24; at++) expect(new Set(signs.map((one) => one[at])).size).toBe(32);
  });

  it('is the same in capitals, with blanks and without dashes', () => {
    const made = newAppPassword();
    expect(asMade(` ${made.toUpperCase().replaceAll('-', ' ')}`)).toBe(asMade(made));
    expect(asMade(made)).toHaveLength(24);
  });
});
