/** The envelope of one transaction. */
export interface Envelope {
  readonly from: string;
  readonly to: string;
  /** Asks for delivery reports under this id, where the server can. */
  readonly reportId: string | null;
}

/** What the server has said of a mail. */
export interface Reply {
  readonly code: number | null;
  /** Enhanced status (RFC 3463); null where there is none. */
  readonly status: string | null;
  /** `TLSv1.3`; null for none. */
  readonly tls: string | null;
}

/** Carries one mail. */
export interface MailTransport {
  /** Whether recipient domains have a pace: a folder takes everything. */
  readonly isPaced: boolean;
  /** How long it takes nothing, ms; 0 when it does. */
  readonly waitMs: number;
  /** @throws MailRefused for this mail, ServerAway for any */
  send(envelope: Envelope, bytes: Buffer, deliveryId: string): Promise<Reply>;
  /** Rejects when mails could not be sent just now. */
  check(): Promise<unknown>;
  close(): Promise<void>;
}

/** The server does not take this mail: for good (5xx), for now (4xx), or it has said nothing in the midst of it. */
export class MailRefused extends Error {
  constructor(readonly reply: Reply) {
    super(`The mail was refused: ${reply.code ?? 'no reply'}`);
  }

  get isFinal(): boolean {
    return (this.reply.code ?? 0) >= 500;
  }

  /** It wants to have its peace for a while (RFC 5321 sections 3.8, 4.2.3). */
  get wantsPause(): boolean {
    return this.reply.code === 421 || this.reply.code === 451;
  }
}

/** There is no service just now, or not for us. Says nothing of the mail. */
export class ServerAway extends Error {
  constructor(reason: string) {
    super(`The mail server is away: ${reason}`);
  }
}
