import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { startApp, TestApp } from '../../support/app';
import { selfSigned } from '../../support/certificate';
import { DnsResponder } from '../../support/dns';
import { freePort } from '../../support/instance';
import type { Person } from '../../support/make';
import { ReceivedMail, SmtpSink } from '../../support/smtp';
import { until } from '../../support/until';

export const DOMAIN = 'school.example';

/** An application that mails outside and is mailed from there: its own server, DNS, listener and submission. */
export class Outside {
  private constructor(
    readonly t: TestApp,
    readonly sink: SmtpSink,
    readonly dns: DnsResponder,
    readonly admin: Person,
    /** May mail anybody. */
    readonly staff: Person,
    readonly listen: number,
    readonly submission: number,
  ) {}

  /** @param listen port of the listener @param env overrides any variable */
  static async start(listen?: number, env: Record<string, string> = {}): Promise<Outside> {
    const [sink, dns] = [await SmtpSink.start(), await DnsResponder.start()];
    const submission = await freePort();
    listen ??= await freePort();
    const folder = mkdtempSync(join(tmpdir(), 'mail-tls-'));
    const { key, cert } = selfSigned();
    writeFileSync(join(folder, 'key.pem'), key);
    writeFileSync(join(folder, 'cert.pem'), cert);
    const t = await startApp({
      SMTP_URL: sink.url,
      MAIL_FROM: `School <no-reply@${DOMAIN}>`,
      PUBLIC_URL: 'https://school.example',
      DNS_SERVERS: dns.address,
      MAIL_DOMAIN_PER_MINUTE: '100000',
      MAIL_LISTEN: `127.0.0.1:${listen}`,
      MAIL_BOUNCE_DOMAIN: `bounce.${DOMAIN}`,
      MAIL_SUBMISSION: `127.0.0.1:${submission}`,
      MAIL_TLS: `${join(folder, 'key.pem')},${join(folder, 'cert.pem')}`,
      ...env,
    });
    const admin = await t.make.admin();
    const staff = await t.make.person({ roles: ['teacher'], fullName: 'Grace Hopper', emailVerifiedAt: new Date() });
    return new Outside(t, sink, dns, admin, staff, listen, submission);
  }

  async stop(): Promise<void> {
    await this.t.stop();
    await this.sink.close();
    this.dns.close();
  }

  /** Mails to the listener. @throws what the client of SMTP hears */
  mail(envelope: { from: string; to: string[] }, raw: string): Promise<unknown> {
    const transport = createTransport({ host: '127.0.0.1', port: this.listen, ignoreTLS: true });
    return transport.sendMail({ envelope, raw }).finally(() => transport.close());
  }

  /** The last mail to an address, once there is one. */
  async received(to: string): Promise<ReceivedMail> {
    const of = () => this.sink.received.filter(({ recipients }) => recipients[0] === to);
    await until(() => of().length > 0);
    return of().at(-1) as ReceivedMail;
  }

  /** Has what leaves signed from now on. */
  async sign(): Promise<void> {
    const { body } = await this.admin.client.post('/mail/domains', { domain: DOMAIN });
    for (const { name, value } of body.records) this.dns.txt.set(name, [value]);
    await this.admin.client.post(`/mail/domains/${body.id}/check`);
    await this.t.db.query(`UPDATE mail_domain_keys SET activated_at = now() - interval '1 minute'`);
  }
}
