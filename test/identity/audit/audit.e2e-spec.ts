import { byStatus, expectInvalid, expectProblem, NOBODY, walk } from '../../commerce/catalog/support';
import { startApp, TestApp } from '../../support/app';
import { PASSWORD } from '../../support/make';
import { within } from '../../support/within';

describe('audit trail', () => {
  let t: TestApp;
  beforeAll(async () => (t = await startApp()));
  afterAll(() => t.stop());
  beforeEach(() => t.reset());

  /** What the trail has of this action, as an admin reads it. */
  async function told(action: string): Promise<any[]> {
    const { client } = await t.make.admin();
    return (await client.get(`/audit?action=${encodeURIComponent(action)}`)).body.items;
  }

  describe('each security event leaves one record: who, what, outcome, when, request, address (LO-05)', () => {
    const AGENT = 'Trail-Test/1';
    const headers = (requestId: string) => ({ 'x-request-id': requestId, 'user-agent': AGENT });
    const where = (request_id: string) => ({
      request_id,
      client_ip: '127.0.0.1',
      user_agent: AGENT,
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    });

    it('registering and logging in', async () => {
      const body = { email: 'trail@example.com', full_name: 'Trail', password: PASSWORD };
      const { id } = (await t.client.post('/auth/register', body, headers('req-register'))).body;
      await t.client.post('/auth/login', { email: body.email, password: PASSWORD }, headers('req-login'));
      const about = { actor_id: id, target: `user:${id}`, outcome: 'success' };
      expect(await told('auth.registered')).toEqual([expect.objectContaining({ ...about, ...where('req-register') })]);
      const logins = (await told('auth.login')).filter((one) => one.actor_id === id);
      expect(logins).toEqual([expect.objectContaining({ ...about, ...where('req-login') })]);
    });

    it('failing to log in, with a known and an unknown address, without the address', async () => {
      const user = await t.make.user();
      await t.client.post('/auth/login', { email: user.email, password: 'wrong' }, headers('req-known'));
      await t.client.post('/auth/login', { email: 'no@body.example', password: 'wrong' }, headers('req-unknown'));
      const failures = (await told('auth.login')).filter((one) => one.outcome === 'failure');
      expect(failures).toEqual([
        expect.objectContaining({ actor_id: null, target: null, ...where('req-unknown') }),
        expect.objectContaining({ actor_id: null, target: `user:${user.id}`, ...where('req-known') }),
      ]);
      expect(JSON.stringify(failures)).not.toMatch(/wrong|no@body|user\d+@/);
    });

    it('logging out', async () => {
      const { client, user } = await t.make.person();
      const session = (await client.post('/auth/validate')).body.session.id;
      await client.with(headers('req-logout')).post('/auth/logout');
      expect(await told('auth.session-ended')).toEqual([
        expect.objectContaining({ actor_id: user.id, target: `session:${session}`, ...where('req-logout') }),
      ]);
    });

    it('a change of rights', async () => {
      const [admin, user] = [await t.make.admin(), await t.make.user()];
      await admin.client.with(headers('req-role')).patch(`/users/${user.id}`, { roles: ['finance'], is_active: false });
      expect(await told('users.updated')).toEqual([
        expect.objectContaining({
          actor_id: admin.user.id,
          target: `user:${user.id}`,
          outcome: 'success',
          facts: {
            fields: ['roles', 'is_active'],
            old: { roles: ['user'], is_active: true },
            new: { roles: ['finance'], is_active: false },
          },
          ...where('req-role'),
        }),
      ]);
    });

    it('a refused access, by REST and GraphQL, once a second for each caller and call', async () => {
      const { client, user } = await t.make.person();
      const tries = await Promise.all(
        Array.from({ length: 10 }, () => client.with(headers('req-refused')).delete(`/products/${NOBODY}`)),
      );
      expect(byStatus(tries)).toEqual({ 403: 10 });
      await client.with(headers('req-refused')).graphql(`mutation { deleteProduct(id: "${NOBODY}") }`);
      const refused = { actor_id: user.id, outcome: 'failure', facts: { code: 'forbidden' }, ...where('req-refused') };
      expect(await told('access.refused')).toEqual([
        expect.objectContaining({ target: 'call:mutation deleteProduct', ...refused }),
        expect.objectContaining({ target: 'call:DELETE /api/v1/products/{id}', ...refused }),
      ]);
    });

    it("asking for another's thing, which is answered as a missing one", async () => {
      const [owner, { client, user }] = [await t.make.person(), await t.make.person()];
      const started = await owner.client.post('/tasks/process-data?operation=sum', [{ value: 1 }]);
      const { task_id } = started.body;
      const [his, none] = [
        await client.with(headers('req-his')).get(`/tasks/${task_id}`),
        await client.delete(`/tasks/${NOBODY}`),
      ];
      expect([his.status, none.status]).toEqual([404, 404]);
      const refused = { actor_id: user.id, outcome: 'failure' };
      expect(
        await within(
          5000,
          () => told('access.refused'),
          (entries) => entries.length === 2,
        ),
      ).toEqual(
        expect.arrayContaining([
          expect.objectContaining({
            ...refused,
            target: 'call:GET /api/v1/tasks/{id}',
            facts: { code: 'task_not_found', about: { id: task_id } },
            ...where('req-his'),
          }),
          expect.objectContaining({ ...refused, target: 'call:DELETE /api/v1/tasks/{id}' }),
        ]),
      );
    });

    it('a deactivated user who goes on', async () => {
      const [admin, { client, user }] = [await t.make.admin(), await t.make.person()];
      await admin.client.patch(`/users/${user.id}`, { is_active: false });
      expectProblem(await client.get('/users/me'), 403, 'inactive_user');
      expect(await told('access.refused')).toEqual([
        expect.objectContaining({ actor_id: user.id, facts: { code: 'inactive_user' } }),
      ]);
    });

    it('every write of the catalogue, in its transaction', async () => {
      const { client, user } = await t.make.admin();
      const category = (await client.post('/categories', { name: 'Trail' })).body.id;
      expect((await client.post('/categories', { name: 'Trail' })).status).toBe(409);
      await client.put(`/categories/${category}`, { name: 'Trail 2' });
      const input = { name: 'P', price: '9.99', category_id: category, stock: 3, sku: 'TRAIL-1' };
      const product = (await client.post('/products', input)).body.id;
      await client.patch(`/products/${product}`, { price: '8.50' });
      await client.put(`/products/${product}/stock`, { stock: 7 });
      await client.delete(`/products/${product}`);
      await client.delete(`/categories/${category}`);
      await client.delete('/cache');
      const { items } = (await client.get('/audit?limit=100')).body;
      const catalog = items.filter((one: any) => one.action.startsWith('catalog.')).reverse();
      expect(catalog.map((one: any) => [one.action, one.target, one.facts])).toEqual([
        ['catalog.category-created', `category:${category}`, { fields: ['name'] }],
        ['catalog.category-updated', `category:${category}`, { fields: ['name'] }],
        ['catalog.product-created', `product:${product}`, { sku: 'TRAIL-1', stock: 3, price_minor: 999 }],
        [
          'catalog.product-updated',
          `product:${product}`,
          { fields: ['price_minor'], price_minor: { from: 999, to: 850 } },
        ],
        ['catalog.stock-set', `product:${product}`, { fields: ['stock'], stock: { from: 3, to: 7 } }],
        ['catalog.product-deleted', `product:${product}`, {}],
        ['catalog.category-deleted', `category:${category}`, {}],
        ['catalog.cache-cleared', null, {}],
      ]);
      for (const one of catalog) expect(one).toMatchObject({ actor_id: user.id, outcome: 'success' });
    });
  });

  describe('reading', () => {
    it('needs the right', async () => {
      const [plain, reader] = [await t.make.person(), await t.make.person({ permissions: ['read_audit'] })];
      expectProblem(await plain.client.get('/audit'), 403, 'forbidden');
      expectProblem(await t.client.get('/audit'), 401, 'unauthenticated');
      expect((await reader.client.get('/audit')).status).toBe(200);
    });

    it('pages newest first and filters by each of its words', async () => {
      const [admin, other] = [await t.make.admin(), await t.make.person()];
      for (let index = 0; index < 5; index++)
        await t.client.post('/auth/login', { email: 'x@y.example', password: 'w' });
      const all = await walk(admin.client, '/audit?limit=2');
      expect(all).toHaveLength(7);
      expect(all.map(({ id }) => id)).toEqual(
        all
          .map(({ id }) => id)
          .sort()
          .reverse(),
      );
      const count = async (query: string) => (await admin.client.get(`/audit?${query}`)).body.count;
      expect(await count(`actor_id=${other.user.id}`)).toBe(1);
      expect(await count(`target=user:${other.user.id}`)).toBe(1);
      expect(await count('outcome=failure')).toBe(5);
      expect(await count('action=auth.login&outcome=success')).toBe(2);
      expect(await count('action=auth.logi')).toBe(0);
      const { at } = all[3];
      expect((await count(`until=${at}`)) + (await count(`from=${at}`))).toBe(7);
      expect(await count('from=2100-01-01T00:00:00Z')).toBe(0);
    });

    it('refuses what is no filter', async () => {
      const { client } = await t.make.admin();
      for (const [query, field] of [
        ['actor_id=x', 'actor_id'],
        ['outcome=maybe', 'outcome'],
        ['from=yesterday', 'from'],
        ['until=1', 'until'],
        ['cursor=x', 'cursor'],
        ['limit=101', 'limit'],
        ['action=', 'action'],
        ['q=x', 'q'],
      ]) {
        expectInvalid(await client.get(`/audit?${query}`), field);
      }
    });

    it('is all there is: no route changes a record', async () => {
      const { client } = await t.make.admin();
      const [{ id }] = (await client.get('/audit')).body.items;
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
        expect((await client.call(method, '/audit', { body: {} })).status).toBe(405);
        expect((await client.call(method, `/audit/${id}`, { body: {} })).status).toBe(404);
      }
    });
  });
});
