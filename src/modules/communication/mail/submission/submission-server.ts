import { Inject, Injectable, OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { simpleParser } from 'mailparser';
import type { SMTPServer, SMTPServerDataStream, SMTPServerSession } from 'smtp-server';
import { Database } from '../../../../core/data/database';
import { Config, CONFIG, settingsOf } from '../../../../core/kernel/config';
import { runInContext } from '../../../../core/kernel/context/context';
import { AppError } from '../../../../core/kernel/errors';
import { Clock, newId } from '../../../../core/kernel/runtime';
import type { Principal } from '../../../../core/web/access';
import { UsersService } from '../../../identity/users';
import { TRY_FOR_MS } from '../deliveries/schedule';
import { readData, SmtpRefusal } from '../listener/smtp-data';
import { answered, closeListener, openListener } from '../listener/smtp-listener';
import { addressKey, isOneAddress, readMailbox } from '../mail-addresses';
import { TRANSACTIONAL } from '../mail-categories';
import { mailSettings } from '../mail.settings';
import { MessageWriter } from '../messages/message-writer';
import { MailGate } from '../send/mail-gate';
import { MAX_RECIPIENTS, readRecipients } from '../send/recipients';
import { SubmissionLogin } from './submission-credentials';
import { isFrom, rewritten } from './submitted-message';
import { WrongPasswords } from './wrong-passwords';

/** Who has logged in. `smtp-server` gives it back with the session. */
interface Submitter {
  readonly principal: Principal;
  readonly address: string;
}

const FOREIGN = '5.7.1 Mail goes from your own proven address alone';

/** Takes mail from people's mail programs, by an app password of the scope `smtp`, over TLS alone. It passes the gate of all mail. */
@Injectable()
export class SubmissionServer implements OnApplicationBootstrap, OnApplicationShutdown {
  private server: SMTPServer | null = null;
  private readonly wrong = new WrongPasswords();

  constructor(
    private readonly login: SubmissionLogin,
    private readonly users: UsersService,
    private readonly gate: MailGate,
    private readonly writer: MessageWriter,
    private readonly db: Database,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { submission, tls } = settingsOf(this.config, mailSettings);
    if (!submission || !tls) return;
    this.server = await openListener('MAIL_SUBMISSION', submission, {
      ...tls,
      authMethods: ['PLAIN', 'LOGIN'],
      onAuth: ({ username, password }, session, done) => {
        this.submitterOf(username ?? '', password ?? '', session).then(
          (user) => void done(null, { user }),
          (error: unknown) =>
            void done(error instanceof SmtpRefusal ? error : new SmtpRefusal(454, '4.7.0 Try again later')),
        );
      },
      onMailFrom: ({ address }, session, done) => answered(this.assertOwn(address, session), done),
      onRcptTo: ({ address }, session, done) => answered(this.assertRecipient(address, session), done),
      onData: (stream, session, done) => answered(this.take(stream, session), done, 'Queued'),
    });
  }

  onApplicationShutdown(): Promise<void> {
    return closeListener(this.server);
  }

  /** @throws SmtpRefusal 535 for what is no good, 421 after too many of them from one network */
  private async submitterOf(name: string, password: string, { remoteAddress }: SMTPServerSession): Promise<Submitter> {
    if (this.wrong.isTooMany(remoteAddress, this.clock.nowMs()))
      throw new SmtpRefusal(421, '4.7.0 Too many wrong passwords');
    const principal = await this.login.verify(name, password);
    if (!principal) {
      this.wrong.add(remoteAddress, this.clock.nowMs());
      throw new SmtpRefusal(535, '5.7.8 This is no app password for mail');
    }
    const account = await this.users.findById(principal.userId);
    return { principal, address: account?.emailVerified ? account.email : '' };
  }

  private async assertOwn(address: string, session: SMTPServerSession): Promise<void> {
    const own = submitterIn(session).address;
    await Promise.resolve();
    if (own === '' || addressKey(address) !== addressKey(own)) throw new SmtpRefusal(553, FOREIGN);
  }

  private async assertRecipient(address: string, { envelope }: SMTPServerSession): Promise<void> {
    await Promise.resolve();
    if (!isOneAddress(address)) throw new SmtpRefusal(501, '5.1.3 This is no plain address');
    if (envelope.rcptTo.length >= MAX_RECIPIENTS)
      throw new SmtpRefusal(452, `4.5.3 At most ${MAX_RECIPIENTS} recipients`);
  }

  private async take(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
    const bytes = await readData(stream);
    const { principal, address } = submitterIn(session);
    if (!isFrom(bytes, address)) throw new SmtpRefusal(553, FOREIGN);
    const to = session.envelope.rcptTo.map((one) => one.address);
    const context = {
      ...{ requestId: newId(), transport: 'job' as const, clientIp: session.remoteAddress, userAgent: null },
      ...{ principal, answerHeaders: null },
    };
    await runInContext(context, () => this.store(principal, address, to, bytes)).catch((error: unknown) => {
      if (!(error instanceof AppError) || error.status >= 500) throw error;
      throw new SmtpRefusal(
        error.status === 429 ? 451 : 550,
        `${error.status === 429 ? '4' : '5'}.7.1 ${error.message}`,
      );
    });
  }

  private async store(principal: Principal, address: string, to: readonly string[], bytes: Buffer): Promise<void> {
    const recipients = readRecipients({ to: [], cc: [], bcc: [...to] });
    const [at, id, own] = [this.clock.now(), newId(), readMailbox(this.config.mailFrom)];
    const { subject = '', text = '' } = await simpleParser(bytes, { skipImageLinks: true, skipTextToHtml: true });
    await this.db.transaction(async () => {
      const sender = await this.gate.pass(principal.userId, to);
      const from = { name: `${sender.name} via ${own.name || 'Atrium'}`, address: own.address };
      await this.writer.write({
        ...{ id, kind: 'submission', senderId: principal.userId, category: TRANSACTIONAL, template: null },
        ...{ gate: sender.rule, recipients, at, expiresAt: new Date(at.getTime() + TRY_FOR_MS) },
        content: {
          ...{ from, replyTo: address, to: [], cc: [], html: null, attachments: [], isAutomatic: false, isRaw: true },
          ...{ subject: subject.slice(0, 500), text: text.slice(0, 500_000) },
        },
        attachments: [rewritten(bytes, from, address, id, at)],
      });
    });
  }
}

const submitterIn = ({ user }: SMTPServerSession): Submitter => user as Submitter;
