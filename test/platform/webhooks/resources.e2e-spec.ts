import { Injectable, Module } from '@nestjs/common';
import { newId } from '../../../src/core/kernel/runtime';
import { defineModule } from '../../../src/core/module';
import {
  ResourceKind,
  RESOURCE_KINDS,
  Resources,
  SharingModule,
  TrashService,
} from '../../../src/modules/platform/sharing';
import { startApp, TestApp } from '../../support/app';
import type { Person } from '../../support/make';
import { Receiver } from '../../support/receiver';
import { until } from '../../support/until';
import { order, told, webhookOf } from './support';

@Injectable()
class Papers implements ResourceKind {
  readonly type = 'paper';
  readonly managedBy = 'manage_orders'; // any permission there is
  purge = (): Promise<void> => Promise.resolve();
}

@Injectable()
class Boxes implements ResourceKind {
  readonly type = 'box';
  readonly isContainer = true;
  purge = (): Promise<void> => Promise.resolve();
}

@Module({ imports: [SharingModule], providers: [Papers, Boxes] })
class PapersModule {}

const papers = defineModule({
  name: 'papers',
  group: 'content',
  module: PapersModule,
  uses: ['sharing'],
  extends: [RESOURCE_KINDS.add(Papers, Boxes)],
});

describe('webhooks and what is done to resources', () => {
  let t: TestApp;
  let receiver: Receiver;
  let ada: Person;
  let bob: Person;

  beforeAll(async () => {
    receiver = await Receiver.start();
    t = await startApp(receiver.env, [papers]);
  });
  beforeEach(async () => {
    await t.db.execute('DELETE FROM webhooks');
    await t.db.execute('DELETE FROM webhook_events');
    receiver.calls.length = 0;
    [ada, bob] = [await t.make.person({ permissions: ['manage_groups'] }), await t.make.person()];
  });
  afterAll(async () => {
    await t.stop();
    await receiver.stop();
  });

  async function register(type: 'paper' | 'box', owner: Person, parentId?: string): Promise<string> {
    const id = newId();
    const url = `/papers/${id}`;
    const resource = { id, type, ownerId: owner.user.id, parentId, title: 'Paper', url };
    await t.db.transaction(() => t.app.get(Resources).register(resource));
    return id;
  }

  const share = async (resourceId: string, type: string, to: { type: string; id: string }): Promise<string> => {
    const input = { resource_type: type, resource_id: resourceId, principal: to, permission: 'view' };
    const { status, body } = await ada.client.post('/shares', input);
    expect(status).toBe(201);
    return body.id as string;
  };

  const throwAway = (id: string): Promise<void> =>
    t.db.transaction(() => t.app.get(TrashService).throwAway({ userId: ada.user.id }, { id, type: 'paper' }));

  const toldAt = (path: string): string[] =>
    receiver.at(path).map((call) => `${told(call).type} ${told(call).data.id}`);

  /** All that has happened is told, or has nobody to be told. */
  const settled = (): Promise<void> =>
    until(
      async () =>
        (await t.db.query(`SELECT 1 FROM webhook_events WHERE spread_at IS NULL`)).length === 0 &&
        (await t.db.query(`SELECT 1 FROM webhook_deliveries WHERE state = 'pending'`)).length === 0,
    );

  it('tell the owner of each act, and who has been given a right from then on', async () => {
    await webhookOf(ada, receiver, '/ada', ['papers.*']);
    await webhookOf(bob, receiver, '/bob', ['*']);
    const id = await register('paper', ada);
    await settled();
    const shared = await share(id, 'paper', { type: 'user', id: bob.user.id });
    await settled();
    await t.db.transaction(() => t.app.get(Resources).change({ userId: ada.user.id }, id, { title: 'New' }));
    await settled();
    await ada.client.delete(`/shares/${shared}`);
    await settled();
    await t.db.transaction(() => t.app.get(Resources).change({ userId: ada.user.id }, id, { title: 'Newer' }));
    await settled();
    const acts = ['created', 'shared', 'changed', 'unshared', 'changed'];
    expect(toldAt('/ada')).toEqual(acts.map((act) => `papers.${act} ${id}`));
    const ofPapers = toldAt('/bob').filter((one) => one.startsWith('papers.')); // a notice of the share comes, too
    expect(ofPapers).toEqual([`papers.shared ${id}`, `papers.changed ${id}`]);
    expect(
      receiver
        .at('/bob')
        .map(told)
        .find(({ type }) => type === 'papers.shared')?.data,
    ).toEqual({
      id,
      type: 'paper',
      url: expect.stringMatching(new RegExp(`^http.*/papers/${id}$`)),
      actor_id: ada.user.id,
    });
  });

  it('are told of by the rights of the folder, the groups and the roles of the webhook’s owner', async () => {
    const teacher = await t.make.person({ roles: ['teacher'] });
    const finance = await t.make.person({ roles: ['finance'] });
    const stranger = await t.make.person();
    const people = { bob, teacher, finance, stranger };
    for (const [name, one] of Object.entries(people)) await webhookOf(one, receiver, `/${name}`, ['papers.created']);
    const group = (await ada.client.post('/groups', { name: `Group ${newId()}` })).body.id as string;
    await ada.client.put(`/groups/${group}/members/${bob.user.id}`);
    const box = await register('box', ada);
    await share(box, 'box', { type: 'group', id: group });
    await share(box, 'box', { type: 'group', id: 'role:teacher' });
    const inside = await register('paper', ada, box);
    await settled();
    expect(receiver.calls.map(({ path }) => path).sort()).toEqual(['/bob', '/finance', '/teacher']);
    await ada.client.delete(`/groups/${group}/members/${bob.user.id}`);
    receiver.calls.length = 0;
    await register('paper', ada, box);
    await settled();
    expect(receiver.calls.map(({ path }) => path).sort()).toEqual(['/finance', '/teacher']);
    expect(inside).toBeTruthy();
  });

  it('ask for the right again right before sending', async () => {
    await webhookOf(bob, receiver, '/bob', ['papers.changed']);
    const id = await register('paper', ada);
    const shared = await share(id, 'paper', { type: 'user', id: bob.user.id });
    await t.db.execute(`UPDATE webhooks SET resume_at = now() + interval '1 hour'`);
    await t.db.transaction(() => t.app.get(Resources).change({ userId: ada.user.id }, id, { title: 'New' }));
    await until(async () => (await t.db.query('SELECT 1 FROM webhook_deliveries')).length === 1);
    await ada.client.delete(`/shares/${shared}`);
    await t.db.execute('UPDATE webhooks SET resume_at = now()');
    await settled();
    expect(await t.db.query('SELECT state FROM webhook_deliveries')).toEqual([{ state: 'skipped' }]);
    expect(receiver.calls).toEqual([]);
  });

  it('tell of what is in the trash who manages it, and of what is removed who could see it', async () => {
    for (const [name, one] of Object.entries({ ada, bob })) {
      await webhookOf(one, receiver, `/${name}`, ['papers.trashed', 'papers.removed', 'papers.restored']);
    }
    await webhookOf(await t.make.person(), receiver, '/stranger', ['*']);
    const [kept, lost] = [await register('paper', ada), await register('paper', ada)];
    for (const id of [kept, lost]) await share(id, 'paper', { type: 'user', id: bob.user.id });
    await throwAway(kept);
    await settled();
    expect(receiver.calls.map(({ path }) => path)).toEqual(['/ada']);
    expect((await ada.client.post(`/trash/paper/${kept}/restore`)).status).toBe(204);
    await settled();
    await t.db.transaction(() => t.app.get(Resources).remove({ userId: ada.user.id }, [lost]));
    await settled();
    expect(toldAt('/ada')).toEqual([`papers.trashed ${kept}`, `papers.restored ${kept}`, `papers.removed ${lost}`]);
    expect(toldAt('/bob')).toEqual([`papers.restored ${kept}`, `papers.removed ${lost}`]);
    expect(receiver.at('/stranger')).toEqual([]);
  });

  it('write nothing down while no webhook asks for it', async () => {
    await webhookOf(ada, receiver, '/ada', ['papers.removed', 'orders.*']);
    const id = await register('paper', ada);
    await t.db.transaction(() => t.app.get(Resources).change(null, id, { title: 'New' }));
    expect(await t.db.query('SELECT 1 FROM webhook_events')).toEqual([]);
    await order(t, ada);
    await settled();
    expect(receiver.calls).toHaveLength(1);
  });
});
