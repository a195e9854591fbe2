import { webhookUrl } from './webhook-url';

const STRICT = { http: false, hosts: [] };

describe('the address of a webhook', () => {
  it('is kept without its fragment', () => {
    expect(webhookUrl('https://Example.com:8443/a?b=c#d', STRICT)).toBe('https://example.com:8443/a?b=c');
  });

  it.each([
    'example.com/hook',
    'http://example.com',
    'ftp://example.com',
    'https://user:secret@example.com',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://169.254.169.254/latest',
    'https://localhost/',
    'https://a.localhost./',
  ])('is not %s', (text) => expect(() => webhookUrl(text, STRICT)).toThrow());

  it('may be one that the configuration names, and http where it says so', () => {
    const open = { http: true, hosts: ['localhost', '127.0.0.1'] };
    expect(webhookUrl('http://localhost:9000/', open)).toBe('http://localhost:9000/');
    expect(webhookUrl('https://127.0.0.1/', open)).toBe('https://127.0.0.1/');
    expect(() => webhookUrl('https://10.0.0.1/', open)).toThrow();
    const six = { http: false, hosts: ['::1', 'Hooks.LOCALHOST'] };
    expect(webhookUrl('https://[::1]/', six)).toBe('https://[::1]/');
    expect(webhookUrl('https://hooks.localhost/', six)).toBe('https://hooks.localhost/');
  });
});
