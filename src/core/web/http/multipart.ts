import type { Readable } from 'node:stream';
import { Busboy, BusboyHeaders } from '@fastify/busboy';
import { AppError, MalformedRequest, Validation } from '../../kernel/errors';
import type { StreamedBody } from './body-stream';

/** The one file of a form. */
export interface MultipartFile {
  readonly stream: Readable;
  /** As the client wrote it, without folders. */
  readonly name: string;
}

/** A form once it is read (RFC 7578). */
export interface Multipart<T> {
  readonly fields: Readonly<Record<string, string>>;
  /** What became of the file; null when there was none. */
  readonly file: T | null;
}

const LIMITS = {
  fieldNameSize: 100,
  fieldSize: 16_384,
  fields: 20,
  files: 1,
  parts: 21,
  headerPairs: 20,
  headerSize: 8192,
};

/**
 * Reads a form while it comes. @param fileField name of the file's field
 * @param takeFile reads the file to its end; fields may still follow it. Its error ends the reading
 * @throws MalformedRequest also for one that is cut, Validation for a second file, too many or too long fields
 */
export function readMultipart<T>(
  { stream, headers }: StreamedBody,
  fileField: string,
  takeFile: (file: MultipartFile) => Promise<T>,
): Promise<Multipart<T>> {
  const parser = parserOf(headers as BusboyHeaders);
  const fields: Record<string, string> = Object.create(null) as Record<string, string>;
  return new Promise((resolve, reject) => {
    let current: Readable | undefined;
    let taking: Promise<T> | null = null;
    let failed = false;
    const fail = (error: unknown): void => {
      if (failed) return;
      failed = true;
      stream.unpipe(parser);
      stream.resume();
      current?.destroy(error as Error);
      // Whoever takes the file cleans up first.
      const end = (): void => reject(asRefusal(error));
      if (taking) taking.then(end, end);
      else end();
    };
    const refuse = (field: string, code: string, message: string): void =>
      fail(new Validation({ errors: [{ field, code, message }] }));

    parser.on('file', (field: string, file: Readable, name: string | undefined) => {
      file.on('error', () => undefined); // told to whoever takes it
      if (failed) return void file.resume();
      if (field !== fileField) return refuse(field, 'unknown', 'there is no such file');
      current = file;
      taking = takeFile({ stream: file, name: name ?? '' });
      taking.catch(fail);
    });
    parser.on('field', (field: string, value: string, nameCut: boolean, valueCut: boolean) => {
      if (nameCut || valueCut) return refuse(field, 'max_length', 'is too long');
      if (field in fields) return refuse(field, 'repeated', 'only once');
      fields[field] = value;
    });
    parser.on('filesLimit', () => refuse(fileField, 'max_items', 'one file at a time'));
    parser.on('fieldsLimit', () => refuse('', 'max_items', 'too many fields'));
    parser.on('partsLimit', () => refuse('', 'max_items', 'too many parts'));
    parser.on('error', fail);
    parser.on('finish', () => {
      if (failed) return;
      if (!taking) return resolve({ fields, file: null });
      taking.then((file) => !failed && resolve({ fields, file }), fail);
    });
    stream.on('error', fail);
    stream.on('close', () => !stream.readableEnded && fail(new MalformedRequest()));
    stream.pipe(parser);
  });
}

function parserOf(headers: BusboyHeaders): InstanceType<typeof Busboy> {
  try {
    return new Busboy({ headers, limits: LIMITS });
  } catch {
    throw new MalformedRequest(); // no boundary
  }
}

/** What the parser says is the client's fault; what the system says is ours. */
function asRefusal(error: unknown): Error {
  const ours = error instanceof AppError || (error as NodeJS.ErrnoException).syscall !== undefined;
  const cut = /^(ECONNRESET|EPIPE)$/.test((error as NodeJS.ErrnoException).code ?? '');
  return ours && !cut ? (error as Error) : new MalformedRequest();
}
