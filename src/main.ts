import 'reflect-metadata';
import { ConfigError, loadConfig } from './core/kernel/config';

async function main(): Promise<void> {
  const config = loadConfig(process.env);
  // Only now, so that a wrong configuration is told before anything else is loaded.
  const { serve } = await import('./app.setup.js');
  await serve(config);
}

main().catch((error: unknown) => {
  const known = error instanceof ConfigError ? `Configuration: ${error.message}` : String((error as Error).stack);
  process.stderr.write(`${known}\n`);
  process.exit(1);
});
