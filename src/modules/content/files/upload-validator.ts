import { FileHandle, open } from 'node:fs/promises';
import { Inject, Injectable } from '@nestjs/common';
import { fileTypeFromBuffer, fileTypeFromFile } from 'file-type/node';
import { Config, CONFIG, ConfigError } from '../../../core/kernel/config';
import { directoryAt, fromPdf, HEAD_BYTES, isPlain, TAIL_BYTES } from './content-shape';
import { extensionOf } from './file-names';
import { reachesEndOfImage } from './jpeg-end';
import { CONTAINERS, FileKind, kindOf, OWN, UPLOADABLE } from './file-types';
import { FileTypeRefused } from './files.errors';

const DIRECTORY_BYTES = 4096;

/** Says of every file that comes in, by whatever way, what it is, and refuses what may not be kept. */
@Injectable()
export class UploadValidator {
  private readonly kinds: readonly FileKind[];
  private readonly allowed: readonly string[];

  constructor(@Inject(CONFIG) { fileTypes }: Config) {
    const unknown = fileTypes.find((name) => !Object.hasOwn(UPLOADABLE, name));
    if (unknown !== undefined)
      throw new ConfigError(`FILE_TYPES must be some of ${Object.keys(UPLOADABLE).join(', ')}`);
    this.allowed = fileTypes;
    this.kinds = fileTypes.map((name) => UPLOADABLE[name]);
  }

  /** Before any byte has come. @throws FileTypeRefused for a name that no allowed kind has */
  checkName(name: string): void {
    const extension = extensionOf(name);
    if (extension !== '' && !this.kinds.some(({ names }) => names.includes(extension))) throw this.refusal();
  }

  /** By the first bytes, early. @param head `HEAD_BYTES` of it, or all @throws FileTypeRefused when it cannot become good */
  async checkHead(head: Buffer, name: string): Promise<void> {
    const mime = (await fileTypeFromBuffer(fromPdf(head)).catch(() => undefined))?.mime;
    if (mime !== undefined && CONTAINERS.includes(mime)) return;
    if (!kindOf(this.kinds, mime, extensionOf(name))) throw this.refusal();
  }

  /** The whole of an upload. @throws FileTypeRefused */
  async inspect(path: string, name: string): Promise<FileKind> {
    const mime = (await fileTypeFromFile(path).catch(() => undefined))?.mime ?? (await pdfOf(path));
    const found = kindOf(this.kinds, mime, extensionOf(name));
    if (!found || !(await isPlainFile(path, found.contentType))) throw this.refusal();
    return found;
  }

  /** What the application itself has made. @throws Error when it is not what its maker says */
  async inspectOwn(path: string, contentType: string): Promise<FileKind> {
    const mime = (await fileTypeFromFile(path).catch(() => undefined))?.mime;
    const found = [...Object.values(UPLOADABLE), ...OWN].find((one) => one.contentType === contentType);
    const agrees = found && (found.sniffed.length === 0 ? mime === undefined : found.sniffed.includes(mime ?? ''));
    if (!agrees) throw new Error(`Content made as ${contentType} is ${mime ?? 'of no known kind'}`);
    return found;
  }

  private refusal(): Error {
    return new FileTypeRefused({ allowed: this.allowed });
  }
}

/** What `file-type` does not see behind a blank line: readers take a PDF from where it begins (ISO 32000-1, annex H.3). */
async function pdfOf(path: string): Promise<string | undefined> {
  const file = await open(path, 'r');
  try {
    const head = await read(file, 0, HEAD_BYTES);
    return (await fileTypeFromBuffer(fromPdf(head)).catch(() => undefined))?.mime;
  } finally {
    await file.close();
  }
}

async function isPlainFile(path: string, contentType: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const head = await read(file, 0, HEAD_BYTES);
    const tail = await read(file, Math.max(0, size - TAIL_BYTES), TAIL_BYTES);
    if (contentType === 'image/jpeg' && !(await reachesEndOfImage(file))) return false;
    const at = contentType === 'application/msword' ? directoryAt(head) : null;
    return isPlain(contentType, { head, tail }, at === null ? null : await read(file, at, DIRECTORY_BYTES));
  } finally {
    await file.close();
  }
}

async function read(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
