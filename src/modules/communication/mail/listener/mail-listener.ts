import { Inject, Injectable, OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import type { SMTPServer, SMTPServerDataStream, SMTPServerSession } from 'smtp-server';
import { Config, CONFIG, settingsOf } from '../../../../core/kernel/config';
import { readReport } from '../bounces/delivery-report';
import { ReportsService } from '../bounces/reports.service';
import { ReturnPaths } from '../bounces/return-paths';
import { InboundService } from '../inbound/inbound.service';
import { mailSettings } from '../mail.settings';
import { readData, SmtpRefusal } from './smtp-data';
import { answered, closeListener, openListener } from './smtp-listener';

const UNKNOWN = '5.1.1 There is no such mailbox';
const MAX_RECIPIENTS = 100;

/** Takes mail from outside: delivery reports at the addresses that we have signed, and mail for inbound routes. Nothing else. */
@Injectable()
export class MailListener implements OnApplicationBootstrap, OnApplicationShutdown {
  private server: SMTPServer | null = null;

  constructor(
    private readonly paths: ReturnPaths,
    private readonly reports: ReportsService,
    private readonly inbound: InboundService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { listen, tls } = settingsOf(this.config, mailSettings);
    if (!listen) return;
    this.server = await openListener('MAIL_LISTEN', listen, {
      ...(tls ?? {}),
      authOptional: true,
      disabledCommands: tls ? ['AUTH'] : ['AUTH', 'STARTTLS'],
      onRcptTo: ({ address }, session, done) => answered(this.assertKnown(address, session), done),
      onData: (stream, session, done) => answered(this.take(stream, session), done, 'Taken'),
    });
  }

  onApplicationShutdown(): Promise<void> {
    return closeListener(this.server);
  }

  /** @throws SmtpRefusal 550 for any address that is none of ours, 452 for too many */
  private async assertKnown(address: string, { envelope }: SMTPServerSession): Promise<void> {
    if (envelope.rcptTo.length >= MAX_RECIPIENTS) throw new SmtpRefusal(452, '4.5.3 Too many recipients');
    if (this.paths.read(address) !== null) return;
    if ((await this.inbound.findRoute(address)) === null) throw new SmtpRefusal(550, UNKNOWN);
  }

  private async take(stream: SMTPServerDataStream, { envelope }: SMTPServerSession): Promise<void> {
    const bytes = await readData(stream);
    for (const { address } of envelope.rcptTo) {
      const deliveryId = this.paths.read(address);
      if (deliveryId === null) await this.inbound.take(address, bytes);
      else await this.takeReport(deliveryId, bytes);
    }
  }

  /** What is no report, such as the answer of somebody's holiday, is taken and forgotten. */
  private async takeReport(deliveryId: string, bytes: Buffer): Promise<void> {
    const report = readReport(bytes);
    if (report && !(await this.reports.take(deliveryId, report))) throw new SmtpRefusal(451, '4.4.0 Too early');
  }
}
