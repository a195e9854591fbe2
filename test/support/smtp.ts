import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';
import { freePort } from './instance';
import { ReadMail, readMail } from './mails';

export interface ReceivedMail extends ReadMail {
  readonly recipients: string[];
  /** Of the envelope. */
  readonly sender: string;
  /** Whether it came over TLS, and who had logged in. */
  readonly secure: boolean;
  readonly user: string | null;
}

/** An SMTP server of the test's own, to be stopped and brought back. */
export class SmtpSink {
  readonly received: ReceivedMail[] = [];
  /** Recipients it refuses, with the reply's code. */
  readonly refuse = new Map<string, number | string>();
  /** Recipients of whose mail it hears nothing to the end: it hangs up. */
  readonly cut = new Set<string>();
  /** Recipients whose mail it takes, and hangs up before it has said so. */
  readonly cutAfter = new Set<string>();
  /** Recipients whose mail it takes, and says so after so many ms. */
  readonly slow = new Map<string, number>();
  connections = 0;
  private server: SMTPServer | null = null;

  private constructor(
    readonly port: number,
    private readonly password: string | null,
  ) {}

  /** @param password of the user `mailer`; then it takes mail only after STARTTLS and a login */
  static async start(password: string | null = null): Promise<SmtpSink> {
    const sink = new SmtpSink(await freePort(), password);
    await sink.open();
    return sink;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  async open(): Promise<void> {
    const server = new SMTPServer({
      authOptional: this.password === null,
      disabledCommands: this.password === null ? ['STARTTLS'] : [],
      onAuth: ({ username, password }, _session, done) => {
        if (username === 'mailer' && password === this.password) done(null, { user: username });
        else done(Object.assign(new Error('no'), { responseCode: 535 }));
      },
      onConnect: (_session, done) => {
        this.connections += 1;
        done();
      },
      onRcptTo: ({ address }, _session, done) => {
        const code = this.refuse.get(address);
        if (code) done(refusal(code));
        else done();
      },
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const recipients = session.envelope.rcptTo.map(({ address }) => address);
          if (recipients.some((address) => this.cut.has(address))) return this.hangUp(session.id);
          const { secure, user } = session;
          const mail = readMail(Buffer.concat(chunks).toString('utf8'));
          const { mailFrom } = session.envelope;
          const sender = mailFrom ? mailFrom.address : '';
          this.received.push({ ...mail, recipients, sender, secure, user: user ? String(user) : null });
          if (recipients.some((address) => this.cutAfter.has(address))) return this.hangUp(session.id);
          const waitMs = Math.max(0, ...recipients.map((address) => this.slow.get(address) ?? 0));
          if (waitMs > 0) setTimeout(done, waitMs);
          else done();
        });
      },
    });
    server.on('error', () => undefined);
    server.listen(this.port, '127.0.0.1');
    await once(server.server, 'listening');
    this.server = server;
  }

  private hangUp(sessionId: string): void {
    for (const connection of this.server?.connections ?? []) {
      if (connection.id === sessionId) connection._socket.destroy();
    }
  }

  async close(): Promise<void> {
    const server = this.server;
    this.server = null;
    if (server) await new Promise<void>((resolve) => server.close(() => resolve()));
  }
}

/** A code, or a code with its enhanced status and text: `550 5.1.1 no such user`. */
function refusal(reply: number | string): Error {
  const [, code, text] = /^(\d{3}) ?(.*)$/.exec(String(reply)) ?? [];
  return Object.assign(new Error(text || 'refused'), { responseCode: Number(code) });
}
