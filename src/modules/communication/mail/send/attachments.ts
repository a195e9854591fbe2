import { Injectable } from '@nestjs/common';
import { Validation } from '../../../../core/kernel/errors';
import type { Principal } from '../../../../core/web/access';
import { AttachmentsTooLarge } from '../mail.errors';
import type { AttachmentHead } from '../messages/message-writer';
import type { AttachmentInput } from './dto/send-mail.dto';
import { AttachableFiles, MailFile } from './mail-files';

/** Of all attachments together, in base64 with its line breaks. */
const MAX_ENCODED_BYTES = 10_485_760;
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;
/** What would be a part of the mail's own structure is no attachment. */
const CONTENT_TYPE =
  /^(?!multipart\/|message\/)[a-z0-9!#$&^_.+-]{1,60}\/[a-z0-9!#$&^_.+-]{1,100}(?:; ?charset=[\w-]{1,40})?$/i;

/** The attachments of a mail, read once. */
export interface ReadAttachments {
  readonly heads: readonly AttachmentHead[];
  readonly bytes: readonly Buffer[];
}

/** Reads what is attached, when the mail is accepted: what becomes of a file later changes nothing. */
@Injectable()
export class Attachments {
  constructor(private readonly files: AttachableFiles) {}

  /** @throws Validation, AttachmentsTooLarge, and FileNotFound for a file that the caller may not view */
  async read(user: Principal, inputs: readonly AttachmentInput[]): Promise<ReadAttachments> {
    const found: MailFile[] = [];
    let room = MAX_ENCODED_BYTES;
    for (const [n, input] of inputs.entries()) {
      const file = input.fileId === undefined ? given(input, n) : await this.fileOf(user, input, n, room);
      room -= encodedBytes(file.bytes.length);
      if (room < 0) throw new AttachmentsTooLarge();
      found.push(file);
    }
    return {
      heads: found.map(({ filename, contentType, bytes }) => ({ filename, contentType, sizeBytes: bytes.length })),
      bytes: found.map(({ bytes }) => bytes),
    };
  }

  private async fileOf(user: Principal, input: AttachmentInput, n: number, room: number): Promise<MailFile> {
    const { fileId, filename, contentType, content } = input;
    if (fileId === undefined || (contentType ?? content) !== undefined) {
      throw refused(n, 'either', 'has either file_id, or filename, content_type and content');
    }
    const file = await this.files.read(user, fileId, Math.floor((room * 3) / 4));
    if (!file) throw new AttachmentsTooLarge();
    return filename === undefined ? file : { ...file, filename };
  }
}

function given({ filename, contentType, content }: AttachmentInput, n: number): MailFile {
  if (filename === undefined || contentType === undefined || content === undefined) {
    throw refused(n, 'either', 'has either file_id, or filename, content_type and content');
  }
  if (!CONTENT_TYPE.test(contentType)) throw refused(n, 'content_type', 'has a content_type such as application/pdf');
  const text = content.replace(/[\r\n]/g, '');
  const isWhole = text.length % 4 === 0 || (!text.endsWith('=') && text.length % 4 > 1);
  if (!BASE64.test(text) || !isWhole) throw refused(n, 'base64', 'has its content in base64');
  return { filename, contentType, bytes: Buffer.from(text, 'base64') };
}

/** Lines of 76 signs, each with its break. */
function encodedBytes(bytes: number): number {
  const signs = Math.ceil(bytes / 3) * 4;
  return signs + 2 * Math.ceil(signs / 76);
}

function refused(n: number, code: string, message: string): Error {
  return new Validation({ errors: [{ field: `attachments.${n}`, code, message }] });
}
