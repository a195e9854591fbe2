import { Injectable } from '@nestjs/common';
import { Events } from '../../../core/data/events';
import { Validation } from '../../../core/kernel/errors';
import { DEFAULT_READER, LOCALES, Reader } from '../../../core/kernel/text';
import { Clock, Keys, seal, unseal } from '../../../core/kernel/runtime';
import { MailRequested } from './mail.events';
import type { MailTemplate } from './mail-template';

/** A mail to be sent: one recipient, one template and what it shows. */
export interface Mail<V extends object = object> {
  readonly to: string;
  readonly template: MailTemplate<V>;
  readonly values: V;
  /** Who reads it: an account is one. English and UTC for who has not said. */
  readonly reader?: Reader;
  /** After it the mail is of no use and is not sent; five days unless said otherwise. */
  readonly expiresAt?: Date;
  /** What its Message-ID begins with, for who must know it beforehand: a UUID v7. */
  readonly id?: string;
}

/** What is sealed into the event; instants as ISO text. */
export interface Envelope {
  readonly to: string;
  readonly template: string;
  readonly values: object;
  readonly at: string;
  /** Absent in what the release before has sealed. */
  readonly reader?: Reader;
  readonly expiresAt: string;
}

/** For how long a sender should go on trying: RFC 5321 section 4.5.4.1. */
const TRY_FOR_MS = 5 * 86_400_000;
const ADDRESS_MAX = 254;

/** Where modules ask for mails. */
@Injectable()
export class MailService {
  private readonly key: Buffer;

  constructor(
    private readonly events: Events,
    private readonly clock: Clock,
    keys: Keys,
  ) {
    this.key = keys.derive('mail');
  }

  /** Refuses what `send` would. @throws Validation for an address or a subject that could add a header */
  check<V extends object>({ to, values }: Mail<V>): void {
    if (!isOneAddress(to)) throw refused('email', 'must be one e-mail address');
    const { subject } = values as { subject?: string };
    if (subject !== undefined && hasControl(subject)) throw refused('subject', 'must be one line');
  }

  /**
   * Sends a mail once the open transaction has committed, at least once, always under the same Message-ID.
   * @throws what `check` throws; Error without a transaction
   */
  async send<V extends object>(mail: Mail<V>): Promise<void> {
    this.check(mail);
    const { to, template, values } = mail;
    const nowMs = this.clock.nowMs();
    const expiresAt = (mail.expiresAt ?? new Date(nowMs + TRY_FOR_MS)).toISOString();
    const { locale, timeZone } = mail.reader ?? DEFAULT_READER;
    const envelope: Envelope = {
      to,
      template: template.name,
      values,
      at: new Date(nowMs).toISOString(),
      reader: { locale, timeZone },
      expiresAt,
    };
    const sealed = seal(this.key, JSON.stringify(envelope)).toString('base64url');
    await this.events.emit(new MailRequested(sealed), mail.id);
  }

  /** Reverses what `send` sealed. @throws Error when SECRET_KEY is another one by now */
  open({ sealed }: MailRequested): Envelope {
    return JSON.parse(unseal(this.key, Buffer.from(sealed, 'base64url'))) as Envelope;
  }
}

/** In which language and by which clock it is written; one that this release does not know is English. */
export function readerOf({ reader }: Envelope): Reader {
  return reader && LOCALES.includes(reader.locale) ? reader : DEFAULT_READER;
}

/** Whether it is one plain address: no list, no display name, no line break. */
function isOneAddress(text: string): boolean {
  return text.length <= ADDRESS_MAX && !hasControl(text) && /^[^\s<>,;:()"\\[\]@]+@[^\s<>,;:()"\\[\]@]+$/u.test(text);
}

/** Whether there is a control character or one of Unicode's own line breaks. */
function hasControl(text: string): boolean {
  return /[\p{Cc}\u2028\u2029]/u.test(text);
}

function refused(field: string, message: string): Error {
  return new Validation({ errors: [{ field, code: 'mail', message }] });
}
