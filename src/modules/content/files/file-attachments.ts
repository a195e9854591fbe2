import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import type { Principal } from '../../../core/web/access';
import type { MailFile, MailFiles } from '../../communication/mail';
import { FilesService } from './files.service';

/** Files as attachments of mails. */
@Injectable()
export class FileAttachments implements MailFiles {
  constructor(private readonly files: FilesService) {}

  /** @throws FileNotFound for one that they may not view, FileDamaged */
  async read(user: Principal, fileId: string, maxBytes: number): Promise<MailFile | null> {
    const { sizeBytes, originalFilename: filename, contentType } = await this.files.row(user, fileId, 'view');
    if (Number(sizeBytes) > maxBytes) return null;
    const { stream } = await this.files.open(null, fileId);
    return { filename, contentType, bytes: await buffer(stream) };
  }
}
