import { ConfigError, envExample, loadConfig, settingsOf } from '../../src/core/kernel/config';
import { MODULES } from '../../src/modules';

const CANARY = 'canary-value-never-to-be-shown';
const good = { DATABASE_URL: 'postgres://a:b@localhost/atrium', REDIS_URL: 'redis://localhost' };
const production = { ...good, NODE_ENV: 'production' };

const SETTINGS = MODULES.flatMap(({ settings }) => settings ?? []);

/** What the start says, or null when it goes on. */
function complaint(env: Record<string, string>): string | null {
  try {
    const config = loadConfig(env);
    for (const one of SETTINGS) settingsOf(config, one);
    return null;
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message;
  }
}

describe('a wrong setting', () => {
  const shapes = [
    CANARY,
    `${CANARY}:${CANARY}`,
    `https://${CANARY}@`,
    `-${CANARY}`,
    `{"${CANARY}":1}`,
    `[{"${CANARY}":"${CANARY}"}]`,
    `[{"name":"${CANARY} ","issuer":"${CANARY}","client_id":"${CANARY}","targets":[{"url":"${CANARY}"}]}]`,
    `[{"name":"a","targets":[{"url":"ftp://${CANARY}"}],"routes":[{"path":"${CANARY}","schema":"${CANARY}"}]}]`,
    `[{"name":"google","client_id":"a","client_secret":"b","${CANARY}":"${CANARY}"}]`,
    `[{${CANARY}`,
    `300/${CANARY},${CANARY}=1/minute`,
  ];
  const names = [...envExample(SETTINGS).matchAll(/^# ([A-Z][A-Z0-9_]*)=/gm)].map(([, name]) => name);

  it.each(names)('names %s when it is wrong, whatever it is, and never says its value', (name) => {
    for (const base of [good, production]) {
      for (const value of shapes) {
        const said = complaint({ ...base, [name]: value });
        if (said === null) continue;
        expect(said).toContain(name);
        expect(said).not.toContain(CANARY);
      }
    }
  });
});
