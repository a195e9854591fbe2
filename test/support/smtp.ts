import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';
import { freePort } from './instance';
import { ReadMail, readMail } from './mails';

/** An SMTP server of the test's own, to be stopped and brought back. */
export class SmtpSink {
  readonly received: (ReadMail & { readonly recipients: string[] })[] = [];
  /** Recipients it refuses, with the reply's code. */
  readonly refuse = new Map<string, number>();
  connections = 0;
  private server: SMTPServer | null = null;

  private constructor(readonly port: number) {}

  static async start(): Promise<SmtpSink> {
    const sink = new SmtpSink(await freePort());
    await sink.open();
    return sink;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  async open(): Promise<void> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onConnect: (_session, done) => {
        this.connections += 1;
        done();
      },
      onRcptTo: ({ address }, _session, done) => {
        const code = this.refuse.get(address);
        if (code) done(Object.assign(new Error('refused'), { responseCode: code }));
        else done();
      },
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const recipients = session.envelope.rcptTo.map(({ address }) => address);
          this.received.push({ ...readMail(Buffer.concat(chunks).toString('utf8')), recipients });
          done();
        });
      },
    });
    server.on('error', () => undefined);
    server.listen(this.port, '127.0.0.1');
    await once(server.server, 'listening');
    this.server = server;
  }

  async close(): Promise<void> {
    const server = this.server;
    this.server = null;
    if (server) await new Promise<void>((resolve) => server.close(() => resolve()));
  }
}
