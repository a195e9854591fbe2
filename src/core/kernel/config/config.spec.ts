import { envExample, loadConfig } from './config';
import { ConfigError } from './fields';

const CANARY = 'canary-value-never-to-be-shown';
const SECRET = 'x7Kq2mZp9Rw4Tn8Vb3Lc6Jd1Hf5Gs0Ay';
const good = { DATABASE_URL: 'postgres://a:b@localhost/atrium', REDIS_URL: 'redis://localhost' };
const production = { ...good, NODE_ENV: 'production' };

/** What the start says, or null when it goes on. */
function complaint(env: Record<string, string>): string | null {
  try {
    loadConfig(env);
    return null;
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message;
  }
}

describe('loadConfig', () => {
  it('needs a database and a Redis, everything else has a default', () => {
    expect(loadConfig(good)).toMatchObject({
      env: 'development',
      port: 8000,
      accessTokenTtlS: 600,
      passwordPolicy: 'composition',
      emailDomains: [],
      trustProxy: false,
      cache: true,
      rateLimits: {
        default: { limit: 300, windowMs: 60_000 },
        auth: { limit: 10, windowMs: 60_000 },
        grades: { limit: 30, windowMs: 60_000 },
        chat: { limit: 600, windowMs: 60_000 },
      },
    });
  });

  it.each(['DATABASE_URL', 'REDIS_URL'])('says that %s is required when it is missing, empty or blank', (name) => {
    const { [name as keyof typeof good]: _, ...without } = good;
    for (const env of [without, { ...good, [name]: '' }, { ...good, [name]: '  ' }]) {
      expect(complaint(env as Record<string, string>)).toBe(`${name} is required`);
    }
  });

  it('takes an empty variable for an absent one', () => {
    expect(loadConfig({ ...good, PORT: '', API_DOCS: ' ', RATE_LIMITS: '', TRUST_PROXY: '' })).toEqual(
      loadConfig(good),
    );
  });

  it('enforces enrolment in production, unless it is told otherwise', () => {
    expect(loadConfig(good)).toMatchObject({ mfaEnforceEnrolment: false, mfaRequiredRoles: ['admin', 'finance'] });
    expect(loadConfig({ ...good, NODE_ENV: 'test' }).mfaEnforceEnrolment).toBe(false);
    expect(loadConfig(production).mfaEnforceEnrolment).toBe(true);
    expect(loadConfig({ ...production, MFA_ENFORCE_ENROLMENT: 'off' }).mfaEnforceEnrolment).toBe(false);
    expect(loadConfig({ ...good, MFA_ENFORCE_ENROLMENT: 'on' }).mfaEnforceEnrolment).toBe(true);
  });

  it('cannot be changed afterwards', () => {
    const config = loadConfig(good) as { port: number };
    expect(() => (config.port = 1)).toThrow(TypeError);
  });

  it('reads each kind of field', () => {
    const config = loadConfig({
      ...good,
      PORT: ' 9000 ',
      API_DOCS: 'off',
      CACHE: 'No',
      DEMO: '1',
      LOG_LEVEL: 'warn',
      EMAIL_DOMAINS: ' example.com, ,school.org ',
      PUBLIC_URL: 'https://atrium.example',
      RATE_LIMITS: '100/second,auth=5/hour',
      TRUST_PROXY: '10.0.0.0/8,::1',
    });
    expect(config).toMatchObject({
      port: 9000,
      apiDocs: false,
      cache: false,
      demo: true,
      logLevel: 'warn',
      emailDomains: ['example.com', 'school.org'],
      publicUrl: 'https://atrium.example',
      rateLimits: {
        default: { limit: 100, windowMs: 1000 },
        auth: { limit: 5, windowMs: 3_600_000 },
        app_passwords: { limit: 20, windowMs: 60_000 }, // built in
      },
      trustProxy: ['10.0.0.0/8', '::1'],
    });
    expect(loadConfig({ ...good, RATE_LIMITS: 'off' }).rateLimits).toEqual({});
    expect(loadConfig({ ...good, TRUST_PROXY: '2' }).trustProxy).toBe(2);
    expect(loadConfig({ ...good, TRUST_PROXY: '0' }).trustProxy).toBe(false);
  });

  it.each([
    ['NODE_ENV', CANARY],
    ['PORT', CANARY],
    ['PORT', '80.5'],
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['PORT', '0x50'],
    ['PORT', '1e3'],
    ['PUBLIC_URL', CANARY],
    ['PUBLIC_URL', 'ftp://canary-value-never-to-be-shown'],
    ['DATABASE_URL', CANARY],
    ['DATABASE_URL', 'mysql://root:canary-value-never-to-be-shown@localhost/x'],
    ['DATABASE_POOL', '1'],
    ['REDIS_URL', 'http://canary-value-never-to-be-shown'],
    ['REDIS_PREFIX', 'canary value never to be shown'],
    ['CACHE', CANARY],
    ['DEMO', 'maybe'],
    ['API_DOCS', CANARY],
    ['ACCESS_TOKEN_TTL', '601'],
    ['ACCESS_TOKEN_TTL', '10m'],
    ['SESSION_IDLE_TTL', CANARY],
    ['SESSION_MAX_TTL', CANARY],
    ['PASSWORD_POLICY', CANARY],
    ['RATE_LIMITS', CANARY],
    ['RATE_LIMITS', 'auth=10/minute'],
    ['RATE_LIMITS', '300/fortnight'],
    ['TRUST_PROXY', CANARY],
    ['TRUST_PROXY', '10.0.0.0/33'],
    ['TRUST_PROXY', '10.0.0.0/8/8'],
    ['BODY_LIMIT', '1MB'],
    ['LOG_LEVEL', CANARY],
    ['LOG_STDOUT', CANARY],
    ['DRAIN_MS', '20001'],
    ['SECRET_KEY', 'canary-value-of-31-bytes-at-all'],
  ])('refuses %s=%s, naming the variable and not its value', (name, value) => {
    const said = complaint({ ...good, [name]: value });
    expect(said).toMatch(new RegExp(`^${name} `));
    expect(said).not.toContain('canary');
    expect(said).not.toContain('\n');
  });

  it('wants to know the folder whose logs it shows, and a namespace that can be one', () => {
    expect(() => loadConfig({ ...good, LOGS_SOURCE: 'directory' })).toThrow('LOGS_DIRECTORY is required');
    expect(() => loadConfig({ ...good, LOGS_SOURCE: 'elsewhere' })).toThrow('LOGS_SOURCE must be one of');
    expect(() => loadConfig({ ...good, LOGS_NAMESPACE: '../kube-system' })).toThrow('LOGS_NAMESPACE must be');
    expect(loadConfig({ ...good, LOGS_SOURCE: 'directory', LOGS_DIRECTORY: '/var/log/pods' })).toMatchObject({
      logsSource: 'directory',
      logsDirectory: '/var/log/pods',
      logsNamespace: 'default',
    });
  });

  it('wants the first admin whole', () => {
    expect(complaint({ ...good, ADMIN_EMAIL: 'a@example.com' })).toMatch(/^ADMIN_PASSWORD /);
    expect(complaint({ ...good, ADMIN_PASSWORD: CANARY })).toMatch(/^ADMIN_EMAIL /);
  });
});

describe('loadConfig in production', () => {
  it('starts without secrets of its own, and with good ones', () => {
    expect(complaint(production)).toBeNull();
    expect(complaint({ ...production, SECRET_KEY: SECRET, METRICS_TOKEN: `${SECRET}2` })).toBeNull();
  });

  it('speaks to Kubernetes by https alone', () => {
    const kubernetes = { ...production, LOGS_SOURCE: 'kubernetes', KUBERNETES_URL: 'http://127.0.0.1:8001' };
    expect(() => loadConfig(kubernetes)).toThrow('KUBERNETES_URL must be https');
  });

  it('counts the bytes of a secret, not its characters', () => {
    expect(complaint({ ...production, SECRET_KEY: SECRET.slice(1) })).toBe('SECRET_KEY must be at least 32 bytes');
    expect(complaint({ ...production, SECRET_KEY: 'ä'.repeat(16) })).toBeNull();
  });

  it.each([
    'changeme',
    'change-me-'.repeat(4),
    'secret'.repeat(6),
    'your-secret-key-of-32-bytes-or-more',
    'x'.repeat(40),
  ])('refuses %s', (value) => {
    const said = complaint({ ...production, SECRET_KEY: value });
    expect(said).toMatch(/^SECRET_KEY must/);
    expect(said).not.toContain(value);
    expect(complaint({ ...production, METRICS_TOKEN: value })).toMatch(/^METRICS_TOKEN must/);
    expect(complaint({ ...production, ADMIN_EMAIL: 'a@b.c', ADMIN_PASSWORD: value })).toMatch(/^ADMIN_PASSWORD must/);
  });

  it('refuses secrets that are equal', () => {
    const said = complaint({ ...production, SECRET_KEY: SECRET, METRICS_TOKEN: SECRET });
    expect(said).toContain('METRICS_TOKEN');
    expect(said).not.toContain(SECRET);
    const twice = { ADMIN_EMAIL: 'a@example.com', ADMIN_PASSWORD: SECRET, SECRET_KEY: SECRET };
    expect(complaint({ ...production, ...twice })).toContain('ADMIN_PASSWORD');
  });

  it('lets placeholders pass in development', () => {
    expect(complaint({ ...good, METRICS_TOKEN: 'changeme' })).toBeNull();
  });
});

describe('envExample', () => {
  it('names every variable, none of them active', () => {
    const text = envExample();
    for (const name of ['DATABASE_URL', 'PORT', 'RATE_LIMITS', 'ADMIN_PASSWORD', 'DRAIN_MS']) {
      expect(text).toMatch(new RegExp(`^# ${name}=`, 'm'));
    }
    expect(text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))).toEqual([]);
  });
});
