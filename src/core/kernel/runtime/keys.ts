import { hkdfSync, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Config, ConfigError } from '../config';

const KEY_BYTES = 32;

/** The installation's own secret: given by configuration, or made at the first start and kept under DATA_DIR/keys. */
export class Keys {
  private readonly master: Buffer;

  constructor(config: Pick<Config, 'secretKey' | 'dataDir'>) {
    const folder = join(config.dataDir, 'keys');
    const secret = config.secretKey || keep(folder, 'secret.key', () => randomBytes(KEY_BYTES).toString('base64url'));
    this.master = Buffer.from(secret);
  }

  /** A 32-byte key for one purpose alone (HKDF, RFC 5869), so that no two uses share one. */
  derive(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.master, '', purpose, KEY_BYTES));
  }
}

/** Reads the file, made on first use; of several processes starting at once, one's text wins for all. */
function keep(folder: string, name: string, make: () => string): string {
  const path = join(folder, name);
  const read = () => readFileSync(path, 'utf8');
  try {
    return read();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw unusable(error);
  }
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(draft, make(), { mode: 0o600, flag: 'wx', flush: true });
    linkSync(draft, path); // fails when another process was first; never shows half a file
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw unusable(error);
  } finally {
    rmSync(draft, { force: true });
  }
  return read();
}

function unusable(error: unknown): ConfigError {
  return new ConfigError(`DATA_DIR is not usable for keys (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`);
}
