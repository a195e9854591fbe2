import { access, constants, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport, SendMailOptions } from 'nodemailer';
import { Unavailable } from '../../../core/kernel/errors';
import { AddressGuard, Breaker, guardedSocket, inTime } from '../../../core/outbound';

/** Carries one mail. */
export interface MailTransport {
  /** @throws PermanentFailure when trying again cannot help, Unavailable while the server is away, any other error when it may */
  send(message: SendMailOptions, eventId: string): Promise<void>;
  /** Rejects when mails could not be sent just now. */
  check(): Promise<unknown>;
}

/** The mail server has refused this mail for good. */
export class PermanentFailure extends Error {
  constructor(readonly reply: number) {
    super(`The mail was refused for good: ${reply}`);
  }
}

// Together well below the 24 s in which a process must be able to end.
const CONNECT_MS = 5000;
const GREET_MS = 5000;
const SILENCE_MS = 8000;
const WHOLE_MS = 20_000;
const RETRY_S = 10;
const PORTS = { 'smtp:': 587, 'smtps:': 465 } as const;
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** By SMTP. TLS from the start for `smtps:`, else STARTTLS where it is offered, and always where there is a password. */
export class SmtpTransport implements MailTransport {
  private readonly transport: ReturnType<typeof makeTransport>;

  /** @param breaker keeps mails from a server that gives no answer, so that they do not hold up all other events */
  constructor(
    smtpUrl: string,
    private readonly breaker: Breaker,
  ) {
    this.transport = makeTransport(smtpUrl);
  }

  async send(message: SendMailOptions): Promise<void> {
    try {
      await this.breaker.run(() => inTime(this.transport.sendMail(message), WHOLE_MS), isIll);
    } catch (error) {
      if (isIll(error)) throw new Unavailable({ retryAfterS: RETRY_S });
      throw permanentOf(error) ?? new Error(`The mail was not sent: ${wordOf(error)}`);
    }
  }

  check(): Promise<unknown> {
    return this.breaker.run(() => inTime(this.transport.verify(), WHOLE_MS), isIll);
  }
}

/** Into a folder, a file for each mail: for development and tests. */
export class FolderTransport implements MailTransport {
  private readonly composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });

  private made: Promise<unknown> | null = null;

  constructor(private readonly folder: string) {}

  /** A repeat writes the same file; nobody ever sees half of one. */
  async send(message: SendMailOptions, eventId: string): Promise<void> {
    const { message: bytes } = await this.composer.sendMail(message);
    await (this.made ??= mkdir(this.folder, { recursive: true, mode: 0o700 }));
    const draft = join(this.folder, `.${eventId}.${process.pid}.tmp`);
    try {
      const file = await open(draft, 'w', 0o600);
      try {
        await file.writeFile(bytes as Buffer);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(draft, join(this.folder, `${eventId}.eml`));
    } catch (error) {
      this.made = null; // somebody may have taken the folder away
      await rm(draft, { force: true });
      throw error;
    }
    const folder = await open(this.folder, 'r');
    await folder.sync().finally(() => folder.close());
  }

  /** Rejects when nothing can be written there. */
  async check(): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    await access(this.folder, constants.W_OK);
  }
}

function makeTransport(smtpUrl: string) {
  const { protocol, username, hostname, port, searchParams } = new URL(smtpUrl);
  const guard = new AddressGuard([hostname]);
  const number = Number(port || PORTS[protocol as keyof typeof PORTS]);
  const says = searchParams.has('requireTLS') || searchParams.has('ignoreTLS');
  return createTransport({
    url: smtpUrl,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: GREET_MS,
    socketTimeout: SILENCE_MS,
    dnsTimeout: CONNECT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
    // To an address that was looked at; nodemailer greets and secures it as it would one of its own.
    getSocket: (_, done) => {
      guardedSocket(guard, hostname, number, { connectMs: CONNECT_MS }).then(
        (connection) => done(null, { connection }),
        (error: Error) => done(error),
      );
    },
    ...(!says && username !== '' && !LOOPBACK.has(hostname) && { requireTLS: true }),
  });
}

/** No answer, or that there is no service just now (RFC 5321 section 3.8); what it says of one mail is no illness. */
function isIll(error: unknown): boolean {
  const { responseCode } = error as { responseCode?: number };
  return responseCode === undefined || responseCode === 421;
}

/** 5xx for the recipient or the content (RFC 5321 section 4.2.1); one for our login or sender is ours to mend. */
function permanentOf(error: unknown): PermanentFailure | null {
  const { responseCode, command } = error as { responseCode?: number; command?: string };
  const final = responseCode !== undefined && responseCode >= 500 && (command === 'RCPT TO' || command === 'DATA');
  return final ? new PermanentFailure(responseCode) : null;
}

/** What may be told of a failure: servers quote addresses in their replies. */
function wordOf(error: unknown): string {
  const { responseCode, code } = error as { responseCode?: number; code?: string };
  return String(responseCode ?? code ?? 'unknown');
}
