import 'reflect-metadata';
import { createApp } from './app.setup';
import { ConfigError, loadConfig } from './core/config';
import { runUntilSignal } from './core/runtime/lifecycle';
import { openLog } from './core/logging';

async function main(): Promise<void> {
  const config = loadConfig(process.env);
  await openLog(config);
  const app = await createApp(config);
  await app.listen(config.port, config.host);
  runUntilSignal(app, config);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof ConfigError ? `Configuration: ${error.message}` : String((error as Error).stack)}\n`);
  process.exit(1);
});
