import { join } from 'node:path';
import { Inject, Injectable, Logger, OnModuleInit } from '@nestjs/common';
import { Audit } from '../../../core/data/audit';
import { Config, CONFIG } from '../../../core/kernel/config';
import { Delivery, Events } from '../../../core/data/events';
import { HealthChecks } from '../../../core/kernel/health';
import { Breakers } from '../../../core/outbound';
import { Clock } from '../../../core/kernel/runtime';
import { MailRequested } from './mail.events';
import { messageOf } from './mail.message';
import { Envelope, MailService } from './mail.service';
import { FolderTransport, MailTransport, PermanentFailure, SmtpTransport } from './mail.transports';

const CHECK_EVERY_MS = 10_000;
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
  private lastCheck: { atMs: number; found: Promise<unknown> } | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly events: Events,
    private readonly mails: MailService,
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
    this.events.on(MailRequested, 'mail.deliver', (event, delivery) => this.deliver(event, delivery), {
      outside: true,
    });
    if (this.config.smtpUrl) this.health.register('mail', () => this.check());
    else if (this.config.env === 'production') this.log.warn('SMTP_URL is not set: mails become files in DATA_DIR');
  }

  private async deliver(event: MailRequested, { eventId }: Delivery): Promise<void> {
    const envelope = this.read(event);
    if (!envelope) return this.giveUp(eventId, { reason: 'unreadable' });
    const { template } = envelope;
    if (Date.parse(envelope.expiresAt) <= this.clock.nowMs()) {
      return this.giveUp(eventId, { reason: 'expired', template });
    }
    try {
      await this.transport.send(messageOf(envelope, eventId, this.config), eventId);
    } catch (error) {
      if (!(error instanceof PermanentFailure)) throw error;
      await this.giveUp(eventId, { reason: 'refused', template, reply: error.reply });
    }
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

  /** Whether the server answers, asked every ten seconds at most. */
  private check(): Promise<unknown> {
    const nowMs = performance.now();
    if (!this.lastCheck || nowMs - this.lastCheck.atMs > CHECK_EVERY_MS) {
      this.lastCheck = { atMs: nowMs, found: this.transport.check() };
    }
    return this.lastCheck.found;
  }
}
