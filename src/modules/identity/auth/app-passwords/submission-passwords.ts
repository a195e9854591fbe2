import { Injectable } from '@nestjs/common';
import type { Principal } from '../../../../core/web/access';
import type { SubmissionCredentials } from '../../../communication/mail';
import { AppPasswords } from './app-passwords';

/** App passwords of mail programs. */
@Injectable()
export class SubmissionPasswords implements SubmissionCredentials {
  constructor(private readonly passwords: AppPasswords) {}

  verify(name: string, password: string): Principal | null | Promise<Principal | null> {
    return this.passwords.verify(name, password, 'smtp');
  }
}
