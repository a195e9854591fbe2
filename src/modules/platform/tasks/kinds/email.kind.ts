import { Injectable } from '@nestjs/common';
import { Mail, MailGate, MailService, SendService } from '../../../communication/mail';
import type { RunningTask, TaskAsker, TaskKind } from '../task-kind';
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
 * carried from there like any other mail. The gate of mail is asked when the task is, and when it is done.
 */
@Injectable()
export class EmailKind implements TaskKind<EmailInput, EmailResult> {
  readonly type = EMAIL;

  constructor(
    private readonly mails: MailService,
    private readonly gate: MailGate,
    private readonly senders: SendService,
  ) {}

  check(input: EmailInput, { userId, permissions }: TaskAsker): Promise<unknown> {
    this.mails.check(letter(input));
    return this.gate.check(userId, [input.email], permissions);
  }

  run({ input }: RunningTask<EmailInput>): Promise<EmailResult> {
    return Promise.resolve({ recipient: input.email });
  }

  effect({ userId, input }: RunningTask<EmailInput>): Promise<unknown> {
    return this.senders.sendLetter(userId, letter(input));
  }
}

const letter = ({ email, subject, body }: EmailInput): Mail<MessageValues> => ({
  to: email,
  template: MESSAGE,
  values: { subject, body },
});
