import { TLSSocket } from 'node:tls';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { AddressGuard, Breaker, guardedSocket, inTime, wordOf } from '../../../../core/outbound';
import { statusOf } from './classify';
import { Envelope, MailRefused, MailTransport, Reply, ServerAway } from './mail-transport';

// Together well below the 24 s in which a process must be able to end.
const CONNECT_MS = 5000;
const GREET_MS = 5000;
const SILENCE_MS = 8000;
const WHOLE_MS = 20_000;
/** More for a long mail. */
const PER_MIB_MS = 4000;
const IDLE_MS = 5000;
const PORTS = { 'smtp:': 587, 'smtps:': 465 } as const;
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

interface SmtpError extends Error {
  readonly code?: string;
  readonly command?: string;
  readonly response?: string;
  readonly responseCode?: number;
}

interface Session {
  readonly connection: SMTPConnection;
  idle: NodeJS.Timeout | undefined;
  isUsed: boolean;
}

/**
 * By SMTP, over connections that are kept for a few seconds. TLS from the start for `smtps:`, else STARTTLS where it is offered, and
 * always where there is a password.
 */
export class SmtpTransport implements MailTransport {
  readonly isPaced = true;
  private readonly idle: Session[] = [];
  private isClosed = false;

  /** @param breaker keeps mails from a server that gives no answer */
  constructor(
    private readonly smtpUrl: string,
    private readonly breaker: Breaker,
  ) {}

  get waitMs(): number {
    return this.breaker.isPassable ? 0 : Math.max(50, this.breaker.status.retryInMs);
  }

  async send(envelope: Envelope, bytes: Buffer): Promise<Reply> {
    const limitMs = WHOLE_MS + (bytes.length / 1_048_576) * PER_MIB_MS;
    try {
      return await this.breaker.run(
        () => this.transact(envelope, bytes, limitMs),
        (error) => !(error instanceof MailRefused),
      );
    } catch (error) {
      if (error instanceof MailRefused) throw error;
      throw error instanceof ServerAway ? error : new ServerAway(wordOf(error));
    }
  }

  check(): Promise<unknown> {
    return this.breaker.run(async () => this.release(await this.session(true)));
  }

  close(): Promise<void> {
    this.isClosed = true;
    for (const session of this.idle.splice(0)) this.end(session);
    return Promise.resolve();
  }

  private async transact(envelope: Envelope, bytes: Buffer, limitMs: number): Promise<Reply> {
    const session = await this.session(false);
    const heard = session.connection.lastServerResponse;
    const { isUsed } = session;
    try {
      const response = await inTime(this.give(session, envelope, bytes), limitMs);
      session.isUsed = true;
      const reply = { code: codeOf(response), status: statusOf(response), tls: tlsOf(session.connection) };
      this.release(session);
      return reply;
    } catch (error) {
      // A connection that was kept may have ended meanwhile: then nothing has been said of this mail.
      const wasSilent =
        session.connection.lastServerResponse === heard && (error as SmtpError).responseCode === undefined;
      const refused = wasSilent ? null : refusal(error as SmtpError, tlsOf(session.connection));
      if (refused && (error as SmtpError).command === 'RCPT TO') this.reset(session);
      else this.end(session);
      if (refused) throw refused;
      if (wasSilent && isUsed && !this.isClosed) return this.transact(envelope, bytes, limitMs);
      throw new ServerAway(wordOf(error));
    }
  }

  private give({ connection }: Session, { from, to, reportId }: Envelope, bytes: Buffer): Promise<string> {
    const dsn =
      reportId === null ? undefined : { ret: 'HDRS', envid: reportId, notify: ['SUCCESS', 'FAILURE', 'DELAY'] };
    return new Promise((resolve, reject) => {
      connection.once('error', reject);
      connection.send({ from, to: [to], size: bytes.length, use8BitMime: true, dsn }, bytes, (error, info) => {
        connection.off('error', reject);
        if (error) reject(error);
        else resolve(info?.response ?? '');
      });
    });
  }

  /** One that is kept, or a new one. @throws ServerAway and what the network says */
  private async session(isNew: boolean): Promise<Session> {
    const kept = isNew ? undefined : this.idle.pop();
    if (!kept) return this.connect();
    clearTimeout(kept.idle);
    return kept;
  }

  private async connect(): Promise<Session> {
    const { protocol, hostname, port, searchParams, username } = new URL(this.smtpUrl);
    const { auth, ...options } = parseConnectionUrl(this.smtpUrl) as SMTPConnection.Options & { auth?: object };
    const number = Number(port || PORTS[protocol as keyof typeof PORTS]);
    const says = searchParams.has('requireTLS') || searchParams.has('ignoreTLS');
    const socket = await guardedSocket(new AddressGuard([hostname]), hostname, number, { connectMs: CONNECT_MS });
    const connection = new SMTPConnection({
      ...options,
      // To an address that was looked at; it is greeted and secured like one of its own.
      connection: socket,
      connectionTimeout: CONNECT_MS,
      greetingTimeout: GREET_MS,
      socketTimeout: SILENCE_MS,
      dnsTimeout: CONNECT_MS,
      ...(!says && username !== '' && !LOOPBACK.has(hostname) && { requireTLS: true }),
    });
    const session: Session = { connection, idle: undefined, isUsed: false };
    connection.on('error', () => this.forget(session));
    connection.once('end', () => this.forget(session));
    try {
      await inTime(greet(connection, auth), WHOLE_MS);
    } catch (error) {
      connection.close();
      throw error;
    }
    return session;
  }

  private release(session: Session): void {
    if (this.isClosed) return this.end(session);
    session.idle = setTimeout(() => this.end(session), IDLE_MS).unref();
    this.idle.push(session);
  }

  /** After a recipient that was refused the connection is as good as before. */
  private reset(session: Session): void {
    session.connection.reset((error) => {
      if (error) this.end(session);
      else this.release(session);
    });
  }

  private end(session: Session): void {
    this.forget(session);
    session.connection.close();
  }

  private forget(session: Session): void {
    clearTimeout(session.idle);
    const at = this.idle.indexOf(session);
    if (at >= 0) this.idle.splice(at, 1);
  }
}

function greet(connection: SMTPConnection, auth: object | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.once('error', reject);
    connection.once('end', () => reject(new ServerAway('closed')));
    const done = (error?: Error | null): void => {
      connection.off('error', reject);
      if (error) reject(error);
      else resolve();
    };
    connection.connect((error) => {
      if (error || auth === undefined) return done(error);
      connection.login(auth, done);
    });
  });
}

/**
 * What was said of the mail: at RCPT and after it, any reply; before it, that it is too long (552), or that its sender is not wanted just
 * now. 421 to MAIL is of the service. null where it says nothing of the mail.
 */
function refusal({ command, response, responseCode }: SmtpError, tls: string | null): MailRefused | null {
  const status = statusOf(response ?? '');
  const code = responseCode ?? null;
  if (command === 'MAIL FROM') {
    if (code === null || code === 421) return null;
    // Any other is ours to mend, and the mail may wait for that.
    return new MailRefused({
      code: code === 552 ? code : Math.min(code, 450),
      status: code === 552 ? status : null,
      tls,
    });
  }
  return new MailRefused({ code, status, tls });
}

const codeOf = (response: string): number => Number(/^\d{3}/.exec(response)?.[0] ?? 250);

function tlsOf(connection: SMTPConnection): string | null {
  const socket: unknown = connection._socket;
  return socket instanceof TLSSocket ? socket.getProtocol() : null;
}
