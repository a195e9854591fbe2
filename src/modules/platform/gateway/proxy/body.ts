import type { IncomingMessage } from 'node:http';
import { Transform, TransformCallback } from 'node:stream';
import { BodyTooLarge, MalformedRequest } from '../../../../core/kernel/errors';
import { GivenUp } from './failures';

const PIECE_BYTES = 65_536;

/** Whether a message has a body (RFC 9112 section 6.3). */
export function hasBody({ headers }: IncomingMessage): boolean {
  const length = headers['content-length'];
  return headers['transfer-encoding'] !== undefined || (length !== undefined && length !== '0');
}

/** @throws BodyTooLarge for one that says so itself */
export function checkLength({ headers }: IncomingMessage, maxBytes: number | undefined): void {
  if (maxBytes !== undefined && Number(headers['content-length'] ?? 0) > maxBytes) throw new BodyTooLarge();
}

/** A body on its way to an upstream: what ends it there leaves the client's connection as it is, for an answer. */
export class PassingBody extends Transform {
  /** Whether some of it was taken, so that it cannot be sent to somebody else. */
  isBegun = false;
  private bytes = 0;

  constructor(
    request: IncomingMessage,
    private readonly maxBytes: number | undefined,
    private readonly onMove: () => void,
  ) {
    super({ highWaterMark: PIECE_BYTES });
    request.on('close', () => request.complete || this.destroy(new GivenUp('The client is gone')));
    this.on('close', () => request.unpipe(this)).on('error', () => undefined);
    request.pipe(this);
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.isBegun = true;
    this.bytes += chunk.length;
    this.onMove();
    if (this.maxBytes !== undefined && this.bytes > this.maxBytes) done(new BodyTooLarge());
    else done(null, chunk);
  }
}

/** The whole body. @throws BodyTooLarge, MalformedRequest for one that is cut */
export async function wholeBody(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  return new Promise((resolve, reject) => {
    const end = (error: Error): void => {
      request.off('data', take);
      reject(error);
    };
    const take = (chunk: Buffer): void => {
      bytes += chunk.length;
      if (bytes > maxBytes) end(new BodyTooLarge());
      else chunks.push(chunk);
    };
    request.on('data', take);
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('error', () => end(new MalformedRequest()));
    request.once('close', () => request.complete || end(new MalformedRequest()));
  });
}
