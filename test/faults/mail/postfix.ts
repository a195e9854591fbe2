import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../support/instance';
import { until } from '../../support/until';
import { Program, runProgram } from './program';

/** Whom postfix delivers as: nobody, who owns nothing else. */
const NOBODY = 65534;
/** Its services, as in `master.cf` of Debian, none of them in a chroot. */
const SERVICES = `
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 1 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
smtp unix - - n - - smtp
relay unix - - n - - smtp
showq unix n - n - - showq
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
local unix - n n - - local
virtual unix - n n - - virtual
lmtp unix - - n - - lmtp
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
`;

interface Setup {
  /** Of the mailboxes. */
  readonly domain: string;
  /** The names of those that are there, before the @. */
  readonly mailboxes: readonly string[];
  /** Where mail to a domain goes on, by SMTP to a port of the loopback. */
  readonly routes: Readonly<Record<string, number>>;
}

/**
 * A postfix of the test's own: its configuration, queue and mailboxes lie below a temporary folder. It takes mail for anybody, and finds
 * out at the delivery that there is no such mailbox, as servers behind a relay do.
 */
export class Postfix {
  private constructor(
    private readonly folder: string,
    readonly port: number,
    private readonly program: Program,
  ) {}

  static async start({ domain, mailboxes, routes }: Setup): Promise<Postfix> {
    const folder = mkdtempSync(join(tmpdir(), 'atrium-postfix-'));
    chmodSync(folder, 0o755); // its processes run as different users
    const port = await freePort();
    for (const name of ['etc', 'queue', 'data', 'mail']) mkdirSync(join(folder, name));
    await runProgram('chown', ['postfix', join(folder, 'data')]);
    await runProgram('chown', [String(NOBODY), join(folder, 'mail')]);
    const inline = (entries: readonly (readonly [string, string])[]) =>
      `inline:{ ${entries.map(([key, value]) => `{ ${key} = ${value} }`).join(', ')} }`;
    const settings = {
      compatibility_level: '3.6',
      queue_directory: join(folder, 'queue'),
      data_directory: join(folder, 'data'),
      maillog_file: '/dev/stdout',
      mail_owner: 'postfix',
      setgid_group: 'postdrop',
      inet_interfaces: '127.0.0.1',
      inet_protocols: 'ipv4',
      myhostname: 'mx.test',
      mydestination: '',
      alias_maps: '',
      local_recipient_maps: '',
      mynetworks: '127.0.0.0/8',
      smtpd_relay_restrictions: 'permit_mynetworks, reject',
      smtpd_reject_unlisted_recipient: 'no',
      smtpd_peername_lookup: 'no',
      smtp_dns_support_level: 'disabled',
      virtual_mailbox_domains: domain,
      virtual_mailbox_base: join(folder, 'mail'),
      virtual_mailbox_maps: inline(mailboxes.map((name) => [`${name}@${domain}`, `${name}/`])),
      virtual_uid_maps: `static:${NOBODY}`,
      virtual_gid_maps: `static:${NOBODY}`,
      transport_maps: inline(Object.entries(routes).map(([to, at]) => [to, `smtp:[127.0.0.1]:${at}`])),
      // What is refused for now is tried again soon.
      queue_run_delay: '1s',
      minimal_backoff_time: '1s',
      maximal_backoff_time: '2s',
    };
    const main = Object.entries(settings).map(([name, value]) => `${name} = ${value}\n`);
    writeFileSync(join(folder, 'etc', 'main.cf'), main.join(''));
    writeFileSync(join(folder, 'etc', 'master.cf'), `127.0.0.1:${port} inet n - n - - smtpd${SERVICES}`);
    const program = await Program.start('postfix', ['-c', join(folder, 'etc'), 'start-fg'], port);
    return new Postfix(folder, port, program);
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  /** What it has logged. */
  get log(): string {
    return this.program.output;
  }

  /** A Maildir. */
  folderOf(name: string): string {
    return join(this.folder, 'mail', name);
  }

  /** The mails of a mailbox as they came over the wire, once there are so many. */
  async mailsOf(name: string, count: number): Promise<Buffer[]> {
    const fresh = join(this.folderOf(name), 'new');
    const names = () => (existsSync(fresh) ? readdirSync(fresh) : []);
    await until(() => names().length >= count);
    // Postfix stores lines that end with LF.
    return names().map((one) =>
      Buffer.from(readFileSync(join(fresh, one), 'latin1').replaceAll('\n', '\r\n'), 'latin1'),
    );
  }

  async stop(): Promise<void> {
    await runProgram('postfix', ['-c', join(this.folder, 'etc'), 'stop']);
    await this.program.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
