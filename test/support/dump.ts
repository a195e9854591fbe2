import type { Database } from '../../src/core/data/database';
import type { Redis } from '../../src/core/data/redis';

/** Every row of every table as text, bytes as hexadecimal. */
export async function databaseText(db: Database): Promise<string> {
  const tables = await db.query<{ name: string }>(
    `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public'`,
  );
  const parts: string[] = [];
  for (const { name } of tables) {
    const rows = await db.query<{ text: string }>(`SELECT t::text AS text FROM ${name} t`);
    parts.push(...rows.map(({ text }) => `${name} ${text}`));
  }
  return parts.join('\n');
}

/** Every key of this installation in Redis with what it holds. */
export async function redisText({ client, prefix }: Redis): Promise<string> {
  const parts: string[] = [];
  for (const key of await client.keys(`*${prefix}*`)) {
    parts.push(key, JSON.stringify(await valueOf(client, key)));
  }
  return parts.join('\n');
}

async function valueOf(client: Redis['client'], key: string): Promise<unknown> {
  switch (await client.type(key)) {
    case 'hash':
      return client.hgetall(key);
    case 'list':
      return client.lrange(key, 0, -1);
    case 'set':
      return client.smembers(key);
    case 'zset':
      return client.zrange(key, 0, -1);
    case 'stream':
      return client.xrange(key, '-', '+');
    default:
      return client.get(key);
  }
}

/** The forms in which a secret would stand in such a text. */
export function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const forms = [
    secret,
    bytes.toString('hex'),
    bytes.toString('base64').replace(/=+$/, ''),
    encodeURIComponent(secret),
  ];
  return [...new Set([...forms, JSON.stringify(secret).slice(1, -1)])];
}
