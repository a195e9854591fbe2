import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { createParamDecorator, ExecutionContext, StreamableFile } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { setAnswerHeader, setAnswerStatus } from '../../kernel/context/context';
import { PreconditionFailed, RangeNotSatisfiable } from '../../kernel/errors';
import { ByteRange, parseRanges } from './byte-ranges';
import { contentDisposition } from './content-disposition';
import { isKnown, isMatch } from './etag';

/** Bytes to be downloaded. */
export interface Content {
  readonly sizeBytes: number;
  readonly contentType: string;
  /** What the client should call it. */
  readonly name: string;
  /** Strong, with its quotes. */
  readonly etag: string;
  readonly modifiedAt: Date;
  /** @param range null for the whole */
  open(range: ByteRange | null): Promise<Readable>;
  /** Called once bytes can be answered, and only then. What it throws is answered instead. */
  readonly beforeBytes?: (asked: AskedBytes) => Promise<void>;
}

/** Which bytes are going to be answered. */
export interface AskedBytes {
  /** Of the first of them, from 0. */
  readonly from: number;
  /** Whether they are asked for as ranges. */
  readonly isPart: boolean;
}

/** What a request says of the bytes it wants (RFC 9110 sections 13 and 14). */
export interface ReadConditions {
  /** Only what an answer would say of itself. */
  readonly headOnly: boolean;
  readonly range?: string;
  readonly ifRange?: string;
  readonly ifMatch?: string;
  readonly ifUnmodifiedSince?: string;
  readonly ifNoneMatch?: string;
  readonly ifModifiedSince?: string;
}

/** The conditions of the request, for `answerContent`. */
export const Reading = createParamDecorator((_: unknown, context: ExecutionContext): ReadConditions => {
  const { method, headers } = context.switchToHttp().getRequest<FastifyRequest>();
  return {
    headOnly: method === 'HEAD',
    range: headers.range,
    ifRange: headers['if-range'] as string | undefined,
    ifMatch: headers['if-match'],
    ifUnmodifiedSince: headers['if-unmodified-since'],
    ifNoneMatch: headers['if-none-match'],
    ifModifiedSince: headers['if-modified-since'],
  };
});

/** A download is never shown as a page of ours, whatever it holds. */
const POLICY = "sandbox; default-src 'none'";

/**
 * Answers with the content, a part of it, several (multipart/byteranges) or 304; always as an attachment. Conditions count in the
 * order of RFC 9110 section 13.2.2. @throws PreconditionFailed, RangeNotSatisfiable and what `open` and `beforeBytes` throw
 */
export async function answerContent(content: Content, conditions: ReadConditions): Promise<StreamableFile | undefined> {
  if (!isAsExpected(content, conditions)) throw new PreconditionFailed();
  if (isUnchanged(content, conditions)) {
    describe(content);
    setAnswerStatus(304);
    return undefined;
  }
  const ranges = rangesOf(content, conditions);
  const { sizeBytes, contentType, name } = content;
  const disposition = contentDisposition(name);
  if (!ranges) {
    const stream = conditions.headOnly ? Readable.from([]) : await opened(content, null);
    describe(content);
    return new StreamableFile(stream, { type: contentType, disposition, length: sizeBytes });
  }
  if (ranges.length === 0) {
    setAnswerHeader('content-range', `bytes */${sizeBytes}`);
    throw new RangeNotSatisfiable();
  }
  if (ranges.length > 1) {
    await content.beforeBytes?.({ from: ranges[0].from, isPart: true });
    return answerParts(content, ranges, disposition);
  }
  const [range] = ranges;
  const stream = await opened(content, range);
  describe(content);
  setAnswerStatus(206);
  setAnswerHeader('content-range', rangeText(range, sizeBytes));
  return new StreamableFile(stream, { type: contentType, disposition, length: lengthOf(range) });
}

async function opened(content: Content, range: ByteRange | null): Promise<Readable> {
  const stream = await content.open(range);
  try {
    await content.beforeBytes?.({ from: range?.from ?? 0, isPart: range !== null });
    return stream;
  } catch (error) {
    stream.destroy();
    throw error;
  }
}

function answerParts(content: Content, ranges: readonly ByteRange[], disposition: string): StreamableFile {
  const { sizeBytes, contentType } = content;
  const boundary = randomBytes(12).toString('hex');
  const heads = ranges.map(
    (range) =>
      `\r\n--${boundary}\r\nContent-Type: ${contentType}\r\nContent-Range: ${rangeText(range, sizeBytes)}\r\n\r\n`,
  );
  const tail = `\r\n--${boundary}--\r\n`;
  const length = ranges.reduce((sum, range, index) => sum + heads[index].length + lengthOf(range), tail.length);
  async function* parts(): AsyncGenerator<Buffer> {
    for (const [index, range] of ranges.entries()) {
      yield Buffer.from(heads[index]);
      for await (const chunk of await content.open(range)) yield chunk as Buffer;
    }
    yield Buffer.from(tail);
  }
  describe(content);
  setAnswerStatus(206);
  const type = `multipart/byteranges; boundary=${boundary}`;
  return new StreamableFile(Readable.from(parts(), { objectMode: false }), { type, disposition, length });
}

function describe({ etag, modifiedAt }: Content): void {
  setAnswerHeader('etag', etag);
  setAnswerHeader('last-modified', modifiedAt.toUTCString());
  setAnswerHeader('accept-ranges', 'bytes');
  setAnswerHeader('cache-control', 'private, no-cache');
  setAnswerHeader('content-security-policy', POLICY);
}

function isAsExpected({ etag, modifiedAt }: Content, { ifMatch, ifUnmodifiedSince }: ReadConditions): boolean {
  if (ifMatch !== undefined) return isMatch(ifMatch, etag);
  // A date that is none is as if it had not been sent (section 13.1.4).
  return !(Date.parse(ifUnmodifiedSince ?? '') < wholeSeconds(modifiedAt));
}

function isUnchanged({ etag, modifiedAt }: Content, { ifNoneMatch, ifModifiedSince }: ReadConditions): boolean {
  if (ifNoneMatch !== undefined) return isKnown(ifNoneMatch, etag);
  return ifModifiedSince !== undefined && Date.parse(ifModifiedSince) >= wholeSeconds(modifiedAt);
}

/** null for the whole; a `Range` is for a GET alone, and not when the client's part is of another version. */
function rangesOf({ sizeBytes, etag, modifiedAt }: Content, conditions: ReadConditions): ByteRange[] | null {
  const { headOnly, range, ifRange } = conditions;
  if (headOnly || range === undefined) return null;
  if (ifRange !== undefined && ifRange !== etag && Date.parse(ifRange) !== wholeSeconds(modifiedAt)) return null;
  return parseRanges(range, sizeBytes);
}

const wholeSeconds = (date: Date): number => Math.floor(date.getTime() / 1000) * 1000;
const lengthOf = ({ from, to }: ByteRange): number => to - from + 1;
const rangeText = ({ from, to }: ByteRange, sizeBytes: number): string => `bytes ${from}-${to}/${sizeBytes}`;
