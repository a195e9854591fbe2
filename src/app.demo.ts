import type { INestApplication } from '@nestjs/common';
import { Database } from './core/data/database';
import { CatalogDemo } from './modules/commerce/catalog';
import { ChatDemo } from './modules/communication/chat';
import { FilesDemo } from './modules/content/files';
import { OrdersDemo } from './modules/commerce/orders';
import { SchoolDemo } from './modules/school/school';
import { AuthDemo } from './modules/identity/auth';

/** Any number of our own: of several starts at once, one fills. */
const LOCK = 7_274_870;

/** Fills an empty database with a demo that is the same every time, and prints its logins. */
export async function fillDemo(app: INestApplication): Promise<void> {
  const db = app.get(Database);
  await db.transaction(async () => {
    await db.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    await app.get(AuthDemo).fill();
    await app.get(CatalogDemo).fill();
    await app.get(OrdersDemo).fill();
    await app.get(SchoolDemo).fill();
    await app.get(ChatDemo).fill();
  });
  await app.get(FilesDemo).fill(); // bytes are kept outside of transactions
  process.stdout.write(`${app.get(AuthDemo).logins().join('\n')}\n`);
}
