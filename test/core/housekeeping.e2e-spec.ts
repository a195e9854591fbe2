import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { Housekeeping, tablesOf } from '../../src/core/data/housekeeping';
import { newId } from '../../src/core/kernel/runtime';
import { startApp, TestApp } from '../support/app';
import { PASSWORD } from '../support/make';

const NOW = 'now()';
const LONG_AGO = `now() - interval '1 year'`;

/** A value for a column that must have one. */
const FILLERS: Record<string, string> = {
  uuid: 'gen_random_uuid()',
  text: 'gen_random_uuid()::text',
  character: `repeat('0', 64)`,
  bytea: 'sha256(gen_random_uuid()::text::bytea)',
  integer: '1',
  smallint: '1',
  bigint: '1',
  boolean: 'false',
  'double precision': '1',
  jsonb: `'{}'`,
};

describe('housekeeping', () => {
  let t: TestApp;
  let userId: string;
  beforeEach(async () => {
    t = await startApp();
    userId = (await t.make.person()).user.id;
    await t.db.query('DELETE FROM sessions'); // of its login
  });
  afterEach(() => t.stop());

  const keeper = (app: TestApp = t): Housekeeping => app.app.get(Housekeeping);
  const metric = async (app: TestApp, line: RegExp): Promise<number> =>
    Number(line.exec(await (await fetch(`${app.url}/metrics`)).text())?.[1] ?? 0);
  const rows = async (table: string): Promise<unknown[]> => t.db.query(`SELECT 1 FROM ${table}`);

  /** A row whose columns, where they must have a value, have any; times are `at`, ends an hour later. @returns the first column */
  async function row(table: string, at: string, given: Record<string, string> = {}): Promise<string> {
    const columns = await t.db.query<{ name: string; type: string }>(
      `SELECT column_name AS name, data_type AS type FROM information_schema.columns
       WHERE table_name = $1 AND is_nullable = 'NO' AND (column_default IS NULL OR data_type LIKE 'timestamp%')`,
      [table],
    );
    const values: Record<string, string> = {};
    for (const { name, type } of columns) {
      const time = /expires|until/.test(name) ? `${at} + interval '1 hour'` : at;
      values[name] = type.startsWith('timestamp') ? time : name === 'user_id' ? `'${userId}'` : FILLERS[type];
    }
    Object.assign(values, given);
    const [made] = await t.db.query<{ id: string }>(
      `INSERT INTO ${table} (${Object.keys(values).join(', ')}) VALUES (${Object.values(values).join(', ')})
       RETURNING to_jsonb(${table}) ->> 'id' AS id`,
    );
    return made.id;
  }

  /** Makes what a rule removes when `at` is long ago. */
  const CASES: Record<string, (at: string) => Promise<unknown>> = {
    'idempotency.keys': (at) => row('idempotency_keys', at),
    'events.outbox': (at) => row('outbox', at, { delivered_at: at, pending: '0' }),
    'events.subscriptions': (at) => row('event_subscriptions', at),
    'auth.refresh-successors': async (at) => {
      const session = await row('sessions', NOW);
      return row('refresh_tokens', at, { session_id: `'${session}'`, used_at: at, successor: `'\\x00'` });
    },
    'auth.refresh-tokens': async (at) => row('refresh_tokens', at, { session_id: `'${await row('sessions', at)}'` }),
    'auth.sessions': async (at) => {
      await t.db.query('DELETE FROM sessions'); // of the cases before
      return row('sessions', NOW, { ended_at: at });
    },
    'auth.ws-tickets': async (at) => row('ws_tickets', at, { session_id: `'${await row('sessions', NOW)}'` }),
    'auth.one-time-tokens': (at) => row('one_time_tokens', at, { purpose: `'reset'`, used_at: at }),
    'auth.oidc-logins': (at) => row('oidc_logins', at),
    'auth.login-failures': (at) => row('login_failures', at, { succeeded_at: at }),
    'mfa.attempts': (at) => row('mfa_attempts', at),
    'tasks.finished': (at) => row('tasks', at, { status: `'failed'`, finished_at: at }),
    'tasks.schedule-ticks': (at) => row('schedule_ticks', at),
    'files.uploads': (at) => row('file_uploads', at, { owner_id: `'${userId}'` }),
    'files.pending': (at) => row('files', at, { owner_id: `'${userId}'`, status: `'pending'` }),
    'files.shares': async (at) => {
      const file = await row('files', NOW, { owner_id: `'${userId}'`, status: `'ready'` });
      return row('file_shares', at, { file_id: `'${file}'` });
    },
    'activity.old': async (at) => row('activity_entries', at, { resource_id: `'${await resource()}'` }),
    'search.terms': (at) => row('search_terms', at),
    'sharing.expired': async (at) => {
      const given = { resource_id: `'${await resource()}'`, principal_type: `'user'` };
      return row('shares', at, { ...given, expires_at: at });
    },
    'sharing.trash': async (at) => {
      const id = await resource();
      await t.db.query(`UPDATE resources SET trashed_at = ${at}, trashed_with = id WHERE id = $1`, [id]);
    },
    'webhooks.events': (at) => row('webhook_events', at, { spread_at: at }),
    'chat.presence-events': (at) => row('chat_comings', at, { event: `'joined'` }),
    'chat.unused-rooms': (at) => row('chat_rooms', at, { kind: `'public'`, name: FILLERS.text }),
    'mail.letters': (at) => row('mail_messages', at, { kind: `'system'` }),
    'mail.messages': (at) => row('mail_messages', at, { kind: `'user'`, sender_id: `'${userId}'` }),
    'mail.inbound': async (at) => {
      const route = await row('mail_inbound_routes', NOW, { owner_id: `'${userId}'`, target: `'webhook'` });
      return row('mail_inbound_messages', at, { route_id: `'${route}'` });
    },
    'mail.paces': (at) => row('mail_paces', at),
    'mail.suppressions': (at) =>
      row('mail_suppressions', at, { reason: `'bounce'`, until: `${at} + interval '1 hour'` }),
    'notifications.deleted': (at) => row('notifications', NOW, { priority: `'normal'`, seq: '1', deleted_at: at }),
    'notifications.unlisted': (at) => row('notifications', at, { priority: `'normal'` }),
    'notifications.devices': async (at) => {
      const session = await row('sessions', at, { user_id: `'${userId}'` });
      return row('notification_devices', NOW, { session_id: `'${session}'`, channel: `'fcm'` });
    },
  };
  /** They remove nothing by its age; a spec of their module runs them. */
  const OTHERS = ['mail.domains'];
  /** A folder of the user's, alone. */
  async function resource(given: Record<string, string> = {}): Promise<string> {
    const id = newId();
    await row('resources', NOW, { id: `'${id}'`, type: `'folder'`, owner_id: `'${userId}'`, ...given });
    await row('resource_paths', NOW, { resource_id: `'${id}'`, ancestor_id: `'${id}'`, depth: '0' });
    return id;
  }

  /** Rules of files that are no rows. */
  const FILES: Record<string, (id: string) => string> = {
    'files.temporary': (id) => join(t.env.DATA_DIR, 'files', 'tmp', id),
    'files.orphans': (id) => join(t.env.DATA_DIR, 'files', 'store', id.slice(-4, -2), id.slice(-2), id),
  };

  it('has a rule, or a reason for none, for every table of the database, and no other', async () => {
    const tables = await t.db.query<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename`,
    );
    const named = new Set(keeper().rules.flatMap(tablesOf));
    expect([...named].sort()).toEqual(tables.map(({ name }) => name).sort());
    const names = keeper().rules.flatMap((rule) => ('name' in rule ? [rule.name] : []));
    expect([...Object.keys(CASES), ...Object.keys(FILES), ...OTHERS].sort()).toEqual(names.sort());
    for (const { kept } of keeper().rules) expect(kept).toMatch(/\w/);
  });

  it('removes what is a year old, by every rule, and nothing that is young', async () => {
    await t.db.query('DELETE FROM event_subscriptions');
    for (const [name, make] of Object.entries(CASES)) {
      await make(LONG_AGO);
      const removed = await keeper().run(name);
      await make(NOW);
      expect({ name, removed, young: await keeper().run(name) }).toEqual({ name, removed: 1, young: 0 });
    }
    for (const [name, pathOf] of Object.entries(FILES)) {
      const [old, young] = [pathOf(newId()), pathOf(newId())];
      for (const path of [old, young]) {
        mkdirSync(join(path, '..'), { recursive: true });
        writeFileSync(path, 'bytes');
      }
      utimesSync(old, 0, 0);
      expect({ name, removed: await keeper().run(name) }).toEqual({ name, removed: 1 });
      expect([existsSync(old), existsSync(young)]).toEqual([false, true]);
    }
  });

  it('removes a session with any number of refresh tokens, in batches', async () => {
    const session = await row('sessions', LONG_AGO);
    await t.db.query(
      `INSERT INTO refresh_tokens (id, session_id, token_hash, used_at)
       SELECT gen_random_uuid(), $1, sha256(n::text::bytea), now() FROM generate_series(1, 1200) AS n`,
      [session],
    );
    expect(await keeper().run('auth.sessions')).toBe(0); // not before its tokens, of which there may be thousands
    expect(await keeper().run('auth.refresh-tokens')).toBe(1200);
    expect(await keeper().run('auth.sessions')).toBe(1);
    expect(await metric(t, /housekeeping_removed_total\{rule="auth.refresh-tokens"\} (\d+)/)).toBe(1200);
  });

  it('drops the sealed pair of a used refresh token after its ten seconds, and a token that comes again is stolen', async () => {
    const { client, user } = await t.make.person();
    const login = await t.client.post('/auth/login', { email: user.email, password: PASSWORD });
    const first = login.body.refresh_token as string;
    const second = await t.client.post('/auth/refresh', { refresh_token: first });
    expect(await keeper().run('auth.refresh-successors')).toBe(0);
    expect((await t.client.post('/auth/refresh', { refresh_token: first })).body).toEqual(second.body);
    await t.db.query(`UPDATE refresh_tokens SET used_at = now() - interval '11 seconds' WHERE used_at IS NOT NULL`);
    expect(await keeper().run('auth.refresh-successors')).toBe(1);
    expect(await t.db.query('SELECT 1 FROM refresh_tokens WHERE successor IS NOT NULL')).toEqual([]);
    expect((await t.client.post('/auth/refresh', { refresh_token: first })).status).toBe(401);
    expect((await t.client.as(second.body.access_token as string).get('/auth/me')).status).toBe(401);
    expect((await client.get('/auth/me')).status).toBe(200);
  });

  it('is done by one of two instances, and by the other when that one has gone', async () => {
    const other = await startApp({ ...t.env, PORT: '0' });
    try {
      const makeDue = async (): Promise<void> => {
        await row('idempotency_keys', LONG_AGO);
        await t.db.query('UPDATE housekeeping_runs SET due_at = now()');
      };
      const removedBy = (app: TestApp) => metric(app, /housekeeping_removed_total\{rule="idempotency.keys"\} (\d+)/);
      expect(await keeper().runDue()).toBe(true);
      await makeDue();
      expect(await keeper(other).runDue()).toBe(false);
      expect(await rows('idempotency_keys')).toHaveLength(1);
      expect(await Promise.all([keeper().runDue(), keeper(other).runDue()])).toEqual([true, false]);
      expect([await rows('idempotency_keys'), await removedBy(t), await removedBy(other)]).toEqual([[], 1, 0]);
      // Its connection, and so its lock, is gone as after kill -9.
      await t.db.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND application_name = 'atrium-housekeeping'`);
      await makeDue();
      expect(await keeper(other).runDue()).toBe(true);
      expect(await keeper().runDue()).toBe(false);
      expect([await rows('idempotency_keys'), await removedBy(other)]).toEqual([[], 1]);
    } finally {
      await other.stop();
    }
  });

  it('logs and counts a rule that fails, tries it again and runs the others', async () => {
    const broken = { name: 'spec.broken', table: 'outbox', where: 'no_such_column', everyMs: 5000, kept: 'never' };
    keeper().register(broken);
    await keeper().runDue();
    await row('idempotency_keys', LONG_AGO);
    await t.db.query(
      `UPDATE housekeeping_runs SET due_at = now() - CASE rule WHEN $1 THEN 2 ELSE 1 END * interval '1 second'`,
      [broken.name],
    );
    const logged = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    await keeper().runDue();
    expect(logged.mock.calls.filter(([message]) => message === 'Housekeeping spec.broken failed')).toHaveLength(1);
    logged.mockRestore();
    expect(await rows('idempotency_keys')).toEqual([]);
    expect(await metric(t, /housekeeping_failures_total\{rule="spec.broken"\} (\d+)/)).toBe(1);
    expect(
      await metric(t, /housekeeping_last_success_timestamp_seconds\{rule="idempotency.keys"\} (\d+)/),
    ).toBeGreaterThan(0);
    expect(await metric(t, /housekeeping_last_success_timestamp_seconds\{rule="spec.broken"\} (\d+)/)).toBe(0);
    expect(
      await t.db.query(
        `SELECT 1 FROM housekeeping_runs WHERE rule = $1 AND due_at > now() AND last_success_at IS NULL`,
        [broken.name],
      ),
    ).toHaveLength(1);
  });
});
