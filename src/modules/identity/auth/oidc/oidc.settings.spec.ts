import { ConfigError, loadConfig, settingsOf } from '../../../../core/kernel/config';
import { oidcSettings } from './oidc.settings';

const CANARY = 'canary-value-never-to-be-shown';
const good = { DATABASE_URL: 'postgres://a:b@localhost/atrium', REDIS_URL: 'redis://localhost' };
const production = { ...good, NODE_ENV: 'production' };

const read = (env: Record<string, string>) => settingsOf(loadConfig(env), oidcSettings);

/** What the start says, or null when it goes on. */
function complaint(env: Record<string, string>): string | null {
  try {
    read(env);
    return null;
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message;
  }
}

describe('OIDC_PROVIDERS', () => {
  it.each([
    ['OIDC_PROVIDERS', CANARY],
    ['OIDC_PROVIDERS', '{"name":"canary"}'],
    ['OIDC_PROVIDERS', '["canary"]'],
    ['OIDC_PROVIDERS', '[{"name":"google","client_id":"canary"}]'],
    ['OIDC_PROVIDERS', '[{"name":"Canary","client_id":"i","client_secret":"s","issuer":"https://a.example"}]'],
    ['OIDC_PROVIDERS', '[{"name":"canary","client_id":"i","client_secret":"s"}]'],
    ['OIDC_PROVIDERS', '[{"name":"a","client_id":"i","client_secret":"s","issuer":"http://canary.example"}]'],
    ['OIDC_PROVIDERS', '[{"name":"a","client_id":"i","client_secret":"s","issuer":"http://127.0.0.1.canary.example"}]'],
    ['OIDC_PROVIDERS', '[{"name":"a","client_id":"i","client_secret":"s","issuer":"https://canary@a.example"}]'],
    ['OIDC_PROVIDERS', '[{"name":"google","client_id":"i","client_secret":"s","scopes":"email canary"}]'],
    ['OIDC_PROVIDERS', '[{"name":"google","client_id":"i","client_secret":"s","canary":"x"}]'],
    ['OIDC_PROVIDERS', `[${Array(2).fill('{"name":"google","client_id":"canary","client_secret":"s"}').join()}]`],
  ])('refuses %s=%s, naming the variable and not its value', (name, value) => {
    const said = complaint({ ...good, [name]: value });
    expect(said).toMatch(new RegExp(`^${name} `));
    expect(said).not.toContain('canary');
    expect(said).not.toContain('\n');
  });

  it('knows the issuer of google, and takes any other from the variable', () => {
    const school = {
      name: 'school',
      label: 'Our school',
      issuer: 'https://id.school.example/realms/a',
      scopes: 'openid',
    };
    const credentials = { client_id: 'atrium', client_secret: 'shh' };
    const list = [
      { name: 'google', ...credentials },
      { ...school, ...credentials },
    ];
    const secrets = { clientId: 'atrium', clientSecret: 'shh' };
    expect(read({ ...good, OIDC_PROVIDERS: JSON.stringify(list) }).providers).toEqual([
      {
        name: 'google',
        label: 'Google',
        issuer: 'https://accounts.google.com',
        scopes: 'openid email profile',
        ...secrets,
      },
      { ...school, ...secrets },
    ]);
    expect(read(good).providers).toEqual([]);
  });

  it('lets an issuer on loopback go without https, but not in production', () => {
    const list = (issuer: string) => JSON.stringify([{ name: 'a', issuer, client_id: 'i', client_secret: 's' }]);
    for (const issuer of ['http://localhost:8111', 'http://127.0.0.1:8111', 'http://[::1]:8111']) {
      expect(complaint({ ...good, OIDC_PROVIDERS: list(issuer) })).toBeNull();
      expect(complaint({ ...production, OIDC_PROVIDERS: list(issuer) })).toMatch(/^OIDC_PROVIDERS must/);
    }
    expect(complaint({ ...production, OIDC_PROVIDERS: list('https://a.example') })).toBeNull();
  });
});
