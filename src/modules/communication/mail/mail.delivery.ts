import { join } from 'node:path';
import { Inject, Injectable, Logger, OnModuleInit } from '@nestjs/common';
import { Audit } from '../../../core/data/audit';
import { Config, CONFIG } from '../../../core/kernel/config';
import { Delivery } from '../../../core/data/events';
import { HealthChecks } from '../../../core/kernel/health';
import { Breakers } from '../../../core/outbound';
import { Clock } from '../../../core/kernel/runtime';
import { MailRequested } from './mail.events';
import { messageOf } from './mail.message';
import { MailTemplates } from './mail-templates';
import { Envelope, MailService, readerOf } from './mail.service';
import { FolderTransport, MailTransport, PermanentFailure, SmtpTransport } from './mail.transports';

const FIRST_REST_MS = 2000;
/** The most a server that is back waits for the first mail. */
const REST_MS = 10_000;

/**
 * Sends what was asked for. Temporary failures are thrown, for the outbox to try again later each time; what cannot be
 * helped is recorded in the audit trail and over. A crash between the server's "yes" and our writing it down sends the
 * mail again, under the same Message-ID, by which the receiver may tell.
 */
@Injectable()
export class MailDelivery implements OnModuleInit {
  private readonly log = new Logger(MailDelivery.name);
  private readonly transport: MailTransport;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly mails: MailService,
    private readonly templates: MailTemplates,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly health: HealthChecks,
    breakers: Breakers,
  ) {
    const { smtpUrl, dataDir } = config;
    this.transport = smtpUrl
      ? new SmtpTransport(smtpUrl, breakers.get('smtp', { openMs: FIRST_REST_MS, maxOpenMs: REST_MS }))
      : new FolderTransport(join(dataDir, 'outbox'));
  }

  onModuleInit(): void {
    if (!this.config.smtpUrl && this.config.env === 'production')
      this.log.warn('SMTP_URL is not set: mails become files in DATA_DIR');
  }

  /** Sends what was asked for; the same bytes at every attempt. @throws what may pass */
  async deliver(event: MailRequested, { eventId }: Delivery): Promise<void> {
    const envelope = this.read(event);
    if (!envelope) return this.giveUp(eventId, { reason: 'unreadable' });
    const { template } = envelope;
    if (Date.parse(envelope.expiresAt) <= this.clock.nowMs()) {
      return this.giveUp(eventId, { reason: 'expired', template });
    }
    const letter = this.templates.render(template, envelope.values, readerOf(envelope), this.config.publicUrl);
    try {
      await this.transport.send(messageOf(envelope, letter, eventId, this.config.mailFrom), eventId);
    } catch (error) {
      if (!(error instanceof PermanentFailure)) {
        this.health.suspect('mail');
        throw error;
      }
      await this.giveUp(eventId, { reason: 'refused', template, reply: error.reply });
    }
  }

  /** Whether mails can leave. @throws why not */
  check(): Promise<unknown> {
    return this.transport.check();
  }

  /** null when it was sealed by a SECRET_KEY that is no more. */
  private read(event: MailRequested): Envelope | null {
    try {
      return this.mails.open(event);
    } catch {
      return null;
    }
  }

  private async giveUp(eventId: string, facts: Record<string, unknown>): Promise<void> {
    this.log.warn(`Mail ${eventId} is given up: ${JSON.stringify(facts)}`);
    await this.audit.recordFailure({ action: 'mail.sent', target: `mail:${eventId}`, facts });
  }
}
