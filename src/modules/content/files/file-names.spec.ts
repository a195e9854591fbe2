import { cleanName, extensionOf } from './file-names';

describe('cleanName', () => {
  it.each([
    ['photo.png', 'photo.png'],
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\boot.ini', 'boot.ini'],
    ['/abs/x.png', 'x.png'],
    ['..%2f..%2fx.png', '%2f..%2fx.png'],
    ['a\0b.png', 'ab.png'],
    ['a\r\nSet-Cookie: x=1.png', 'aSet-Cookie: x=1.png'],
    ['exe\u202egpj.png', 'exegpj.png'],
    ['e\u0301te\u0301.png', 'été.png'],
    ['😀.png', '😀.png'],
    ['می\u200cخواهم.pdf', 'می\u200cخواهم.pdf'],
    ['क्\u200dष.pdf', 'क्\u200dष.pdf'],
    ['👨\u200d👩\u200d👧.png', '👨\u200d👩\u200d👧.png'],
    ['❤\ufe0f\u200d🔥.png', '❤\ufe0f\u200d🔥.png'],
    ['pay\u200dpal\u200c.png', 'paypal.png'],
    ['\u200d\u200c', 'file'],
    ['می\u200c\u200b\u2066خواهم.pdf', 'می\u200cخواهم.pdf'],
    ['CON', 'CON'],
    ['a"b;c.png', 'a"b;c.png'],
    ['', 'file'],
    ['..', 'file'],
    ['dir/', 'file'],
    ['.htaccess', 'htaccess'],
  ])('makes of %j %j', (given, name) => {
    expect(cleanName(given)).toBe(name);
  });

  it('keeps 255 units of a long one with its extension, and no half of a character', () => {
    const name = cleanName(`${'x'.repeat(100)}${'😀'.repeat(100)}.png`);
    expect(name.length).toBeLessThanOrEqual(255);
    expect(name).toMatch(/😀\.png$/u);
    expect(name.isWellFormed()).toBe(true);
  });
});

describe('extensionOf', () => {
  it.each([
    ['a.PNG', 'png'],
    ['a.tar.gz', 'gz'],
    ['a', ''],
    ['a.', ''],
  ])('of %j is %j', (name, extension) => {
    expect(extensionOf(name)).toBe(extension);
  });
});
