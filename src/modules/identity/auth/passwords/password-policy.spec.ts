import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { passwordIssue } from './password-policy';

const composition = { policy: 'composition', personal: [] } as const;
const length = { policy: 'length', personal: [] } as const;

/** The code of what is wrong, or null. */
function issue(password: string, context: Parameters<typeof passwordIssue>[1] = composition): string | null {
  return passwordIssue(password, context)?.code ?? null;
}

describe('passwordIssue by composition', () => {
  it.each(['Sunny-Day-42', 'Über-Größe9', 'Ж1ж-ЖЖжж', ' Spaced out 1 ', `Aa1${'😀'.repeat(5)}`])(
    'takes %p',
    (password) => {
      expect(issue(password)).toBeNull();
    },
  );

  it('counts characters as a person does', () => {
    expect(issue('Aa1-xyz')).toBe('min_length');
    expect(issue('Aa1-xyzq')).toBeNull();
    expect(issue('Aa1😀😀😀😀')).toBe('min_length');
    expect(issue(`Aa1${'😀'.repeat(125)}`)).toBeNull();
    expect(issue(`Aa1${'😀'.repeat(126)}`)).toBe('max_length');
  });

  it.each([
    ['sunny-day-42', 'an upper-case letter'],
    ['SUNNY-DAY-42', 'a lower-case letter'],
    ['Sunny-Day-XX', 'a digit'],
    ['SunnyDay4242', 'a special character'],
  ])('says of %s that it lacks %s', (password, lacking) => {
    expect(passwordIssue(password, composition)).toEqual({
      field: 'password',
      code: 'composition',
      message: `also needs ${lacking}`,
    });
  });
});

describe('passwordIssue by length', () => {
  it('asks for 15 characters, or 8 beside a second factor, of any kind', () => {
    expect(issue('four brown hens', length)).toBeNull();
    expect(issue('four brown hen', length)).toBe('min_length');
    expect(issue('brownhen', { ...length, withMfa: true })).toBeNull();
    expect(issue('brownhe', { ...length, withMfa: true })).toBe('min_length');
  });

  it.each(['password1234567', 'aaaaaaaaaaaaaaa', 'correcthorsebatterystaple', '123456789qwerty'])(
    'refuses %s',
    (password) => {
      expect(issue(password, length)).toBe('well_known');
    },
  );
});

describe('passwordIssue of well-known ones', () => {
  it.each([
    'Password1234567!',
    'Atrium2026!',
    'Passw0rd!',
    'P@ssw0rd123!',
    'P@$$w0rd2026',
    '$Unshine-2026',
    '!!Qwerty123!!',
    'Welcome-2026',
    '2026!Summer',
    'Snowball-77',
    'Sn0wb@ll-77',
    'Metallica1!',
    'M3tallica!2026',
    '1!Rosebud',
  ])('refuses %s', (password) => {
    expect(issue(password)).toBe('well_known');
  });

  it('knows ten thousand and more, each with digits behind it', () => {
    const lines = readFileSync(join(__dirname, 'well-known-passwords.txt'), 'utf8').trimEnd().split('\n');
    const words = lines.filter((line) => !/^#( |$)/.test(line));
    expect(words.length).toBeGreaterThanOrEqual(10_000);
    expect(new Set(words).size).toBe(words.length);
    const short = { policy: 'length', withMfa: true, personal: [] } as const;
    for (const word of words) expect(word).toBe(word.toLowerCase().trim());
    const passed = words.filter((word) => word.length >= 8 && issue(word.toUpperCase(), short) !== 'well_known');
    expect(passed).toEqual([]);
    const dressed = words.filter(
      (word) => /^[a-z]{4,20}$/.test(word) && issue(`${word}12345!`, short) !== 'well_known',
    );
    expect(dressed).toEqual([]);
  });

  it('refuses the words of the account itself, dressed up', () => {
    const ada = { ...composition, personal: ['ada@example.com', 'Lovelace', 'Ada'] };
    expect(issue('Lovelace-1815', ada)).toBe('well_known');
    expect(issue('L0vel@ce-1815', ada)).toBe('well_known');
    expect(issue('Ada@example.com1', ada)).toBe('well_known');
    expect(issue('Lovelace-1815')).toBeNull();
    expect(issue('Lovelace-met-Babbage-1', ada)).toBeNull();
  });

  it('never quotes the password', () => {
    for (const password of ['Qz1!', 'qzqzqzqzqz', 'Password1234567!']) {
      expect(JSON.stringify(passwordIssue(password, composition))).not.toContain(password);
    }
  });
});
