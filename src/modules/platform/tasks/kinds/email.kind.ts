import { Injectable } from '@nestjs/common';
import { Mail, MailService } from '../../../communication/mail';
import type { RunningTask, TaskKind } from '../task-kind';
import { MESSAGE, MessageValues } from '../mails/message';

export const EMAIL = 'email';

interface EmailInput {
  readonly email: string;
  readonly subject: string;
  readonly body: string;
}

interface EmailResult {
  readonly recipient: string;
}

/**
 * A letter of somebody's own. All of it is effect: the mail is asked for in the transaction that completes the task, and
 * carried from there like any other mail.
 */
@Injectable()
export class EmailKind implements TaskKind<EmailInput, EmailResult> {
  readonly type = EMAIL;

  constructor(private readonly mails: MailService) {}

  check(input: EmailInput): void {
    this.mails.check(letter(input));
  }

  run({ input }: RunningTask<EmailInput>): Promise<EmailResult> {
    return Promise.resolve({ recipient: input.email });
  }

  effect({ input }: RunningTask<EmailInput>): Promise<void> {
    return this.mails.send(letter(input));
  }
}

const letter = ({ email, subject, body }: EmailInput): Mail<MessageValues> => ({
  to: email,
  template: MESSAGE,
  values: { subject, body },
});
