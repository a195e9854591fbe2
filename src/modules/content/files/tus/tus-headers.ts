import { setAnswerHeader } from '../../../../core/kernel/context/context';
import { MalformedRequest, Validation } from '../../../../core/kernel/errors';
import { TusVersionUnsupported } from '../files.errors';

export const TUS_VERSION = '1.0.0';
export const TUS_EXTENSIONS = 'creation,expiration,checksum,termination';
export const CHECKSUM_ALGORITHMS = ['sha1', 'sha256'];

/** The headers of a request of tus 1.0, as text. */
export interface TusRequest {
  readonly version?: string;
  readonly length?: string;
  readonly offset?: string;
  readonly metadata?: string;
  readonly checksum?: string;
}

/** A checksum of the bytes of one request. */
export interface TusChecksum {
  readonly algorithm: string;
  readonly digest: Buffer;
}

/** The refusal says which versions there are, as the protocol wants. @throws TusVersionUnsupported */
export function needVersion({ version }: TusRequest): void {
  if (version === TUS_VERSION) return;
  setAnswerHeader('tus-version', TUS_VERSION);
  throw new TusVersionUnsupported();
}

/** A whole number of a header. @throws MalformedRequest */
export function numberOf(text: string | undefined): number {
  if (text === undefined || !/^\d{1,15}$/.test(text)) throw new MalformedRequest();
  return Number(text);
}

/** `Upload-Metadata`: keys with values in base64. @throws MalformedRequest */
export function metadataOf(text = ''): Record<string, string> {
  const values: Record<string, string> = {};
  if (text.length > 8000) throw new MalformedRequest();
  for (const pair of text.split(',').filter((one) => one.trim() !== '')) {
    const [key, value = '', ...rest] = pair.trim().split(' ');
    if (rest.length > 0 || !/^[\x21-\x7e]{1,100}$/.test(key) || Object.hasOwn(values, key))
      throw new MalformedRequest();
    if (!/^[A-Za-z0-9+/]*={0,2}$/.test(value)) throw new MalformedRequest();
    values[key] = Buffer.from(value, 'base64').toString('utf8');
  }
  return values;
}

/** `Upload-Checksum`, or null without one. @throws Validation for an algorithm we do not have, MalformedRequest */
export function checksumOf(text: string | undefined): TusChecksum | null {
  if (text === undefined) return null;
  const [algorithm, digest = '', ...rest] = text.trim().split(' ');
  if (rest.length > 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(digest)) throw new MalformedRequest();
  if (CHECKSUM_ALGORITHMS.includes(algorithm)) return { algorithm, digest: Buffer.from(digest, 'base64') };
  const message = `one of ${CHECKSUM_ALGORITHMS.join(', ')}`;
  throw new Validation({ errors: [{ field: 'Upload-Checksum', code: 'enum', message }] });
}
