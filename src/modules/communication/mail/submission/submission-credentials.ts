import { Injectable, Type } from '@nestjs/common';
import { ExtensionPoint, ModuleRegistry } from '../../../../core/module';
import type { Principal } from '../../../../core/web/access';

/** Who a mail program is, by a name and an app password of the scope `smtp`. */
export interface SubmissionCredentials {
  /** null for what is no good. @param name e-mail address or username */
  verify(name: string, password: string): Principal | null | Promise<Principal | null>;
}

/** The provider; the module of credentials adds it. */
export const SUBMISSION_CREDENTIALS = new ExtensionPoint<Type<SubmissionCredentials>>('mail.submission-credentials');

@Injectable()
export class SubmissionLogin {
  constructor(private readonly modules: ModuleRegistry) {}

  /** As `SubmissionCredentials.verify`. */
  async verify(name: string, password: string): Promise<Principal | null> {
    const [provider] = this.modules.extensionsOf(SUBMISSION_CREDENTIALS);
    return provider ? this.modules.get(provider).verify(name, password) : null;
  }
}
