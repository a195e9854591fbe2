import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';

/**
 * The same bytes, the last of them only once all together have this SHA-256: a damaged content never ends well.
 * The source is closed on every way out, also when nobody ever reads. @param onDamage called before the stream fails; what it returns is the failure
 */
export function verified(source: Readable, checksum: string, onDamage: () => Promise<Error>): Readable {
  async function* check(): AsyncGenerator<Buffer> {
    const hash = createHash('sha256');
    let held: Buffer | null = null;
    for await (const chunk of source as AsyncIterable<Buffer>) {
      if (held) yield held;
      hash.update(chunk);
      held = chunk;
    }
    if (hash.digest('hex') !== checksum) throw await onDamage();
    if (held) yield held;
  }
  const out = Readable.from(check(), { objectMode: false });
  // A generator that was never begun has no end of its own: neither would the source be closed nor its failure heard.
  source.once('error', (error) => out.destroy(error));
  return out.once('close', () => source.destroy());
}
