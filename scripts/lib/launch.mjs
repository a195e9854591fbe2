import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { exitCodeOf, stopSignal, watchSignals } from './children.mjs';
import { StartError } from './processes.mjs';
import { root } from './services.mjs';

const PERMISSIONS = ['EACCES', 'EPERM', 'EROFS'];

/** Thrown when Ctrl-C or SIGTERM came between two steps. */
class Stopped extends Error {}

/** Prints a line of the launcher. */
export const say = (line) => console.log(line);

/** Leaves the current step when the user asked to stop. */
export function unlessStopped() {
  if (stopSignal()) throw new Stopped();
}

/** Reads `.env` of the project's folder, if there is one; what the environment sets already stays. */
export function loadEnv() {
  const file = join(root, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
}

/** The absolute folder of the app's data. */
export const dataFolder = () => resolve(root, process.env.DATA_DIR || '.data');

/**
 * Runs a launcher's `main`, which answers the exit code, and leaves with it. A failure that explains itself is shown as
 * its message, anything else with its stack.
 */
export async function launch(main) {
  watchSignals();
  try {
    process.exitCode = await main();
  } catch (error) {
    process.exitCode = stopSignal() ? exitCodeOf(stopSignal()) : 1;
    if (stopSignal() || error instanceof Stopped) return process.exit();
    if (error instanceof StartError) console.error(error.message);
    else if (PERMISSIONS.includes(error.code) && error.path)
      console.error(`Cannot write ${error.path}: ${error.code}.`);
    else console.error(error);
  }
  process.exit();
}
