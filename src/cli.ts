import 'reflect-metadata';
import { parseArgs } from 'node:util';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ConfigError, loadConfig } from './core/kernel/config';
import { makeDataSource } from './core/data/database/data-source';
import { generateMigration } from './core/data/database/generate-migration';
import { migrate, revertLast } from './core/data/database/migrations';
import type { Invariants } from './core/data/invariants';
import type { AuditVerifier } from './modules/identity/audit';
import type { SigningKeys } from './modules/identity/auth';

// The application itself is loaded by the commands that need it: migrating, which every start does, goes without.

type Command = (...words: string[]) => Promise<void>;

const COMMANDS: Record<string, Command> = {
  migrate: () =>
    withDataSource(async (source, url) => {
      for (const name of await migrate(source, url)) process.stdout.write(`Applied ${name}\n`);
    }),
  'migration:revert': () => withDataSource(revertLast),
  'migration:generate': async (name) => {
    await import('./app.module.js'); // declares every entity
    await withDataSource(async (source, url) => {
      const path = await generateMigration(source, url, name);
      process.stdout.write(`${path ?? 'The entities and the migrations agree.'}\n`);
    });
  },
  demo: () =>
    withApp(async (app) => {
      const { ModuleRegistry } = await import('./core/module/index.js');
      process.stdout.write(`${(await app.get(ModuleRegistry).fillDemo()).join('\n')}\n`);
    }),
  'api:export': () => withApp(async (app) => (await import('./core/module/generated-files.js')).exportApi(app)),
  invariants: () =>
    withApp(async (app) => verifyInvariants(app.get((await import('./core/data/invariants/index.js')).Invariants))),
  'audit:verify': (witness) =>
    withApp(async (app) =>
      verifyAudit(app.get((await import('./modules/identity/audit/index.js')).AuditVerifier), witness),
    ),
  'keys:rotate': (flag) =>
    withApp(async (app) => rotateKeys(app.get((await import('./modules/identity/auth/index.js')).SigningKeys), flag)),
  'admin:create': createAdmin,
};

async function withDataSource(
  work: (source: ReturnType<typeof makeDataSource>, url: string) => Promise<void>,
): Promise<void> {
  const config = loadConfig(process.env);
  const source = await makeDataSource(config).initialize();
  await work(source, config.databaseUrl).finally(() => source.destroy());
}

async function withApp(work: (app: NestFastifyApplication) => Promise<void>, env = process.env): Promise<void> {
  const { createApp } = await import('./app.setup.js');
  const app = await createApp(loadConfig(env));
  await work(app).finally(() => {
    // While everything is being closed, work that waits for a connection is rejected, as in `runUntilSignal`.
    process.on('unhandledRejection', () => undefined);
    return app.close();
  });
}

/** @param witness `<number>:<hash>` of a checkpoint as the log told it, so that even a cut of everything shows */
async function verifyAudit(verifier: AuditVerifier, witness: string | undefined): Promise<void> {
  if (witness !== undefined && !/^\d{1,15}:[0-9a-f]{64}$/.test(witness)) {
    throw new ConfigError('a witness is <number>:<hash>, as the log has it');
  }
  const { fault, entries, checkpoints, waiting, head } = await verifier.verify(witness);
  process.stdout.write(
    fault
      ? `The audit trail is broken: ${fault}\n`
      : `The audit trail is whole: ${entries} entries, ${checkpoints} checkpoints, ${waiting} not yet linked; head ${head}\n`,
  );
  if (fault) process.exitCode = 1;
}

/** Prints the report as `GET /admin/invariants` answers it. */
async function verifyInvariants(invariants: Invariants): Promise<void> {
  const { InvariantReport } = await import('./core/web/system/index.js');
  const { toWire } = await import('./core/web/dto/index.js');
  const report = await invariants.verify();
  process.stdout.write(`${JSON.stringify(toWire(InvariantReport, report), null, 2)}\n`);
  if (!report.ok) process.exitCode = 1;
}

/** @param flag `--now` for a key that somebody else may have: its tokens are refused at once */
async function rotateKeys(keys: SigningKeys, flag: string | undefined): Promise<void> {
  if (flag !== undefined && flag !== '--now') throw new ConfigError('the only flag is --now');
  const kid = await keys.rotate({ atOnce: flag === '--now' });
  const when = flag ? 'signs from now on; tokens of all others are refused' : 'is published, and signs in ten minutes';
  process.stdout.write(`The new key ${kid} ${when}\n`);
}

/** `--email <address>`, and `--another` where there is an admin; the password is typed, piped in or ADMIN_PASSWORD. */
async function createAdmin(...words: string[]): Promise<void> {
  const { email, another } = adminOptions(words);
  const { askPassword } = await import('./core/web/system/ask-password.js');
  const prompted = process.stdin.isTTY || !process.env.ADMIN_PASSWORD;
  const password = prompted ? await askPassword('Password: ') : String(process.env.ADMIN_PASSWORD);
  const env = { ...process.env, ADMIN_EMAIL: '', ADMIN_PASSWORD: '' }; // else the start itself would make that one
  await withApp(async (app) => {
    await app
      .get((await import('./modules/identity/auth/index.js')).FirstAdmin)
      .create({ email, password }, { another });
    process.stdout.write(`The admin ${email} is made\n`);
  }, env);
}

function adminOptions(args: string[]): { email: string; another: boolean } {
  try {
    const options = { email: { type: 'string' }, another: { type: 'boolean' } } as const;
    const { email, another = false } = parseArgs({ args, options }).values;
    if (email) return { email, another };
  } catch {
    // Falls through: what Node says of it is longer.
  }
  throw new ConfigError('admin:create takes --email <address> and, where there is an admin, --another');
}

async function main([name = '', ...words]: string[]): Promise<void> {
  const command = COMMANDS[name];
  if (!command) throw new ConfigError(`the commands are ${Object.keys(COMMANDS).join(', ')}`);
  await command(...words);
}

main(process.argv.slice(2)).then(
  () => process.exit(),
  (error: unknown) => {
    const known = error instanceof ConfigError || process.env.NODE_ENV === 'production';
    process.stderr.write(`${known ? (error as Error).message : String((error as Error).stack)}\n`);
    process.exit(1);
  },
);
