import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError, loadConfig, settingsOf } from '../../../core/kernel/config';
import { gatewaySettings } from './gateway.settings';

const CANARY = 'canary-value-never-to-be-shown';
const good = { DATABASE_URL: 'postgres://a:b@localhost/atrium', REDIS_URL: 'redis://localhost' };

const read = (env: Record<string, string>) => settingsOf(loadConfig(env), gatewaySettings);

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

describe('GATEWAY_UPSTREAMS', () => {
  it.each([
    ['GATEWAY_UPSTREAMS', CANARY],
    ['GATEWAY_UPSTREAMS', '/no/such/canary.json'],
    ['GATEWAY_UPSTREAMS', '[{"name":"canary"'],
    ['GATEWAY_UPSTREAMS', '[{"name":"canary"}]'],
    ['GATEWAY_UPSTREAMS', '[{"name":"Canary!","targets":[{"url":"http://a"}]}]'],
    ['GATEWAY_UPSTREAMS', '[{"name":"a","targets":[{"url":"ftp://canary"}]}]'],
    ['GATEWAY_UPSTREAMS', '[{"name":"a","targets":[{"url":"http://canary:secret@b"}]}]'],
    ['GATEWAY_UPSTREAMS', '[{"name":"a","targets":[{"url":"http://a"}],"canary":1}]'],
    ['GATEWAY_UPSTREAMS', '[{"name":"a","targets":[{"url":"http://a","weight":"canary"}]}]'],
    ['GATEWAY_UPSTREAMS', '[{"name":"a","targets":[{"url":"http://a"}],"limit":"canary"}]'],
    ['GATEWAY_UPSTREAMS', '[{"name":"a","targets":[{"url":"http://a"}],"forward":{"headers":{"X-Key":"canary\\n"}}}]'],
    ['GATEWAY_UPSTREAMS', '[{"name":"a","targets":[{"url":"http://a"}],"fallback":{"upstream":"canary"}}]'],
    [
      'GATEWAY_UPSTREAMS',
      '[{"name":"a","targets":[{"url":"http://a"}],"routes":[{"path":"/x","schema":{"type":"canary"}}]}]',
    ],
    [
      'GATEWAY_UPSTREAMS',
      '[{"name":"a","targets":[{"url":"http://canary"}]},{"name":"a","targets":[{"url":"http://b"}]}]',
    ],
  ])('refuses %s=%s, naming the variable and not its value', (name, value) => {
    const said = complaint({ ...good, [name]: value });
    expect(said).toMatch(new RegExp(`^${name} `));
    expect(said).not.toContain('canary');
    expect(said).not.toContain('\n');
  });

  it('names the place of what is wrong with an upstream, and fills in what is not said', () => {
    const target = { url: 'http://127.0.0.1:9001' };
    const list = (...upstreams: object[]) => ({ ...good, GATEWAY_UPSTREAMS: JSON.stringify(upstreams) });
    const billing = { name: 'billing', targets: [target] };
    expect(complaint(list(billing, { name: 'b', targets: [target, { url: 'x' }] }))).toBe(
      'GATEWAY_UPSTREAMS is wrong at [1].targets[1].url: has the wrong form',
    );
    expect(complaint(list({ targets: [target] }))).toBe('GATEWAY_UPSTREAMS is wrong at [0]: lacks name');
    expect(complaint(list({ ...billing, timeouts: { whole_ms: -1 } }))).toBe(
      'GATEWAY_UPSTREAMS is wrong at [0].timeouts.whole_ms: must be >= 0',
    );
    const [upstream] = read(list(billing)).upstreams;
    expect(upstream).toMatchObject({ access: 'signed_in', balance: 'round_robin', targets: [{ weight: 1 }] });
    expect(upstream).toMatchObject({
      timeouts: { first_byte_ms: 15_000 },
      breaker: { failures: 5 },
      retries: { times: 1 },
    });
    expect(read(good).upstreams).toEqual([]);
  });

  it('reads the upstreams from a file', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'atrium-test-')), 'upstreams.json');
    writeFileSync(path, '\n[{"name":"a","targets":[{"url":"http://a"}]}]');
    expect(read({ ...good, GATEWAY_UPSTREAMS: path }).upstreams).toMatchObject([{ name: 'a' }]);
  });
});
