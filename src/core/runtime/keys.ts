import { createPrivateKey, createPublicKey, generateKeyPairSync, hkdfSync, KeyObject, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Config, ConfigError } from '../config';

const KEY_BYTES = 32;

/** The installation's own secrets: given by configuration, or made at the first start and kept under DATA_DIR/keys. */
export class Keys {
  /** Signs access tokens (ES256, RFC 7518 section 3.4). */
  readonly signing: KeyObject;
  readonly verifying: KeyObject;
  private readonly master: Buffer;

  constructor(config: Pick<Config, 'secretKey' | 'signingKey' | 'dataDir'>) {
    const folder = join(config.dataDir, 'keys');
    const secret = config.secretKey || keep(folder, 'secret.key', () => randomBytes(KEY_BYTES).toString('base64url'));
    this.master = Buffer.from(secret);
    const pem = config.signingKey.replaceAll('\\n', '\n') || keep(folder, 'signing.pem', newSigningKey);
    this.signing = readSigningKey(pem);
    this.verifying = createPublicKey(this.signing);
  }

  /** A 32-byte key for one purpose alone (HKDF, RFC 5869), so that no two uses share one. */
  derive(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.master, '', purpose, KEY_BYTES));
  }
}

function newSigningKey(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return String(privateKey.export({ type: 'pkcs8', format: 'pem' }));
}

function readSigningKey(pem: string): KeyObject {
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === 'prime256v1') return key;
  } catch {
    // Falls through: what OpenSSL says may quote the key.
  }
  throw new ConfigError('SIGNING_KEY must be a PEM private key on the curve P-256');
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
