import { join } from 'node:path';
import { Inject, Injectable, Logger, OnModuleInit } from '@nestjs/common';
import { Config, CONFIG } from '../../../../core/kernel/config';
import { Breakers } from '../../../../core/outbound';
import { FolderTransport } from './folder-transport';
import type { MailTransport } from './mail-transport';
import { SmtpTransport } from './smtp-transport';

const FIRST_REST_MS = 2000;
/** The most a server that is back waits for the first mail. */
const REST_MS = 10_000;

/** The way out, as configuration says: SMTP_URL, or a folder. */
@Injectable()
export class Transports implements OnModuleInit {
  readonly outward: MailTransport;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    breakers: Breakers,
  ) {
    const { smtpUrl, dataDir } = config;
    this.outward = smtpUrl
      ? new SmtpTransport(smtpUrl, breakers.get('smtp', { openMs: FIRST_REST_MS, maxOpenMs: REST_MS }))
      : new FolderTransport(join(dataDir, 'outbox'));
  }

  onModuleInit(): void {
    if (!this.config.smtpUrl && this.config.env === 'production')
      new Logger(Transports.name).warn('SMTP_URL is not set: mails become files in DATA_DIR');
  }

  /** Whether mails can leave. @throws why not */
  check(): Promise<unknown> {
    return this.outward.check();
  }
}
