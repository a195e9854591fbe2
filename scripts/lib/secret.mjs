import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** The password kept in `file` (mode 600), made at the first call; URL-safe. `fresh` tells that it was made now. */
export function secret(file) {
  if (existsSync(file)) return { value: readFileSync(file, 'utf8').trim(), fresh: false };
  const value = randomBytes(24).toString('base64url');
  writePrivate(file, `${value}\n`);
  return { value, fresh: true };
}

/** Writes a file of mode 600, whole or not at all. */
export function writePrivate(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.tmp`, text, { mode: 0o600 });
  renameSync(`${file}.tmp`, file);
}

/** The parsed content of a JSON file; `{}` when it is missing or broken. */
export function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}
