import { Injectable, Type } from '@nestjs/common';
import { ExtensionPoint, ModuleRegistry } from '../../../../core/module';
import type { Principal } from '../../../../core/web/access';

/** A file as it is attached. */
export interface MailFile {
  readonly filename: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** Where attached files come from. */
export interface MailFiles {
  /**
   * A file that this person may view, as it is now. @param maxBytes of a longer one nothing is read
   * @returns null for a longer one @throws the error of its module where they may not view it
   */
  read(user: Principal, fileId: string, maxBytes: number): Promise<MailFile | null>;
}

/** The provider of files; the module that keeps them adds it. */
export const MAIL_FILES = new ExtensionPoint<Type<MailFiles>>('mail.files');

/** What has been added. */
@Injectable()
export class AttachableFiles {
  constructor(private readonly modules: ModuleRegistry) {}

  /** As `MailFiles.read`. @throws Error where no module has files */
  read(user: Principal, fileId: string, maxBytes: number): Promise<MailFile | null> {
    const [provider] = this.modules.extensionsOf(MAIL_FILES);
    if (!provider) throw new Error('No module has files for mails');
    return this.modules.get(provider).read(user, fileId, maxBytes);
  }
}
