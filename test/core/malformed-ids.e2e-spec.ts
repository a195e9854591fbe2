import { OpenApi } from '../../src/core/web/openapi/openapi';
import { TestApp, workerApp } from '../support/app';

/** Names that say that they hold ids, and are texts of somebody else's choice; a group's id may be `everyone`. */
const OTHERS = new Set([
  ...['client_id', 'request_id', 'key_id', 'kid', 'SharePrincipalInput.id'],
  // Not read, whatever it is, where the caller may not notify others.
  ...['SendNotificationInput.user_id', 'PreviewNotificationInput.user_id'],
]);

interface Property {
  type?: string;
  format?: string;
  items?: Property;
}

describe('malformed ids', () => {
  let t: TestApp;
  beforeAll(async () => (t = await workerApp()));
  afterAll(() => t.stop());

  it('are 422 in a list too, named by their place', async () => {
    const ada = await t.make.person();
    const good = (await t.make.person()).user.id;
    const answer = await ada.client.post('/chat/rooms', { kind: 'private', members: [good, 'xxx'] });
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toEqual([{ field: 'members', code: 'uuid', message: 'must be a UUID' }]);
    const upper = await ada.client.post('/chat/rooms', { kind: 'private', members: [good.toUpperCase()] });
    expect(upper.status).toBe(201);
  });

  it('are known to every input by its type: a field named as an id is one', () => {
    const schemas = t.app.get(OpenApi).document().components?.schemas as Record<
      string,
      { properties?: Record<string, Property> }
    >;
    const texts = Object.entries(schemas)
      .filter(([name]) => /Input|Query|Form$/.test(name))
      .flatMap(([name, { properties = {} }]) =>
        Object.entries(properties)
          .filter(([field]) => /(^|_)ids?$|^members$/.test(field))
          .filter(([field]) => !OTHERS.has(field) && !OTHERS.has(`${name}.${field}`))
          .filter(([, property]) => (property.items ?? property).format !== 'uuid')
          .map(([field]) => `${name}.${field}`),
      );
    expect(texts).toEqual([]);
  });
});
