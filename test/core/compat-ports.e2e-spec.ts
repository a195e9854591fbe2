import { COMPAT_SERVICES, listenOnCompatPorts } from '../../src/compat-ports';
import { Config, CONFIG, ConfigError } from '../../src/core/kernel/config';
import { ChatClient } from '../communication/chat/support';
import { startApp, TestApp } from '../support/app';
import { Client } from '../support/client';
import { freePorts, occupy } from '../support/free-ports';
import { PASSWORD } from '../support/make';
import { until } from '../support/until';

describe('the ports of the guide', () => {
  let t: TestApp;
  let first: number;
  const urlOf = (service: (typeof COMPAT_SERVICES)[number]): string =>
    `http://127.0.0.1:${first + COMPAT_SERVICES.indexOf(service)}`;
  const at = (service: (typeof COMPAT_SERVICES)[number]): Client => new Client(urlOf(service));

  beforeAll(async () => {
    first = await freePorts(COMPAT_SERVICES.length);
    t = await startApp({ COMPAT_PORTS: String(first) });
    await listenOnCompatPorts(t.app, t.app.get<Config>(CONFIG));
  });
  afterAll(() => t.stop());

  it('are 22, the to-dos at the eighth', () => {
    expect(COMPAT_SERVICES).toHaveLength(22);
    expect(COMPAT_SERVICES.indexOf('todos')).toBe(7);
  });

  it.each(COMPAT_SERVICES)('serve the whole API at that of %s', async (service) => {
    const { email } = await t.make.user();
    const { body } = await at('auth').post('/auth/login', { email, password: PASSWORD });
    const client = at(service).as(body.access_token as string);
    expect((await client.get('/auth/me')).body.email).toBe(email);
    expect((await client.get('/tasks')).body).toMatchObject({ items: [] }); // the background work, at every port
    expect((await client.graphql('{ categories { id } }')).status).toBe(200);
    expect((await client.get('//health/ready')).status).toBe(200);
  });

  it.each(COMPAT_SERVICES.slice(1))('show the health of %s at its port', async (service) => {
    await until(async () => (await t.client.get('//health')).body.status === 'healthy');
    const own = await at(service).get('//health?probe=1');
    const named = await t.client.get(`//health/${service}`);
    expect({ status: own.status, module: own.body.module, code: own.body.code }).toEqual({
      status: named.status,
      module: named.body.module,
      code: named.body.code,
    });
    expect(own.status === 200 ? own.body.module : own.body.code).toBe(
      own.status === 200 ? service : 'module_not_found',
    );
    expect((await fetch(`${urlOf(service)}/health`, { method: 'HEAD' })).status).toBe(own.status);
  });

  it('show the health of the whole application at the first, and at PORT', async () => {
    for (const client of [at('atrium'), t.client]) {
      expect((await client.get('//health')).body).toMatchObject({ services: { database: { status: 'healthy' } } });
    }
    expect((await at('mail').get('//health')).body).toMatchObject({ status: 'healthy', module: 'mail' });
    expect((await at('mail').get('//health/files')).body).toMatchObject({ module: 'files' });
  });

  it('open sockets', async () => {
    const { email } = await t.make.user();
    const token: string = (await t.client.post('/auth/login', { email, password: PASSWORD })).body.access_token;
    const [one, other] = [
      await ChatClient.open(urlOf('todos'), 'hall', token),
      await ChatClient.open(t.url, 'hall', token),
    ];
    one.socket.send('across the ports');
    await until(() => other.said.includes('across the ports'));
    one.socket.close();
    other.socket.close();
  });

  it('close with the application', async () => {
    const from = await freePorts(COMPAT_SERVICES.length);
    const own = await startApp({ ...t.env, COMPAT_PORTS: String(from) });
    await listenOnCompatPorts(own.app, own.app.get<Config>(CONFIG));
    const kept = new Client(`http://127.0.0.1:${from + 21}`);
    expect((await kept.get('//health/live')).status).toBe(200); // a connection that is kept
    const beganMs = performance.now();
    await own.stop();
    expect(performance.now() - beganMs).toBeLessThan(40_000); // a kept connection lasts 72 s
    await expect(kept.get('//health/live')).rejects.toThrow();
    const again = await Promise.all(COMPAT_SERVICES.map((_, offset) => occupy(from + offset)));
    for (const server of again) server.close();
  });

  it('name the one that is taken', async () => {
    const from = await freePorts(COMPAT_SERVICES.length);
    const taken = await occupy(from + 7);
    const own = await startApp({ ...t.env, COMPAT_PORTS: String(from) });
    const refused = await listenOnCompatPorts(own.app, own.app.get<Config>(CONFIG)).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ConfigError);
    expect((refused as Error).message).toBe(`COMPAT_PORTS: port ${from + 7} is taken`);
    await own.stop();
    taken.close();
  });

  it('are none unless they are asked for', async () => {
    const own = await startApp({ ...t.env, COMPAT_PORTS: 'off' });
    const config = own.app.get<Config>(CONFIG);
    expect(config.compatPorts).toBeNull();
    await listenOnCompatPorts(own.app, config);
    expect((await own.client.get('//health')).body.services).toBeDefined();
    await own.stop();
  });
});
