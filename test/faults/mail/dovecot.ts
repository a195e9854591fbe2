import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../support/instance';
import { Program, runProgram } from './program';

const PASSWORD = 'sesame';

/** What mutt shows of a mail. */
export interface ShownMail {
  /** Its headers and text, decoded. */
  readonly text: string;
  /** Its last attachment, decoded. */
  readonly attachment: string;
}

/** A dovecot of the test's own, which shows a Maildir by IMAP. */
export class Dovecot {
  private constructor(
    private readonly folder: string,
    private readonly port: number,
    private readonly program: Program,
  ) {}

  /** @param maildir of the one mailbox, which `nobody` owns */
  static async start(maildir: string): Promise<Dovecot> {
    const folder = mkdtempSync(join(tmpdir(), 'atrium-dovecot-'));
    chmodSync(folder, 0o755);
    const port = await freePort();
    const settings = `
      base_dir = ${folder}/run
      state_dir = ${folder}/state
      log_path = /dev/stderr
      protocols = imap
      listen = 127.0.0.1
      ssl = no
      disable_plaintext_auth = no
      first_valid_uid = 1
      mail_location = maildir:${maildir}
      passdb {
        driver = static
        args = password=${PASSWORD}
      }
      userdb {
        driver = static
        args = uid=nobody gid=nogroup home=${maildir}
      }
      service imap-login {
        chroot =
        inet_listener imap {
          port = ${port}
        }
        inet_listener imaps {
          port = 0
        }
      }
      service anvil {
        chroot =
      }`;
    writeFileSync(join(folder, 'dovecot.conf'), `${settings}\n`);
    const program = await Program.start('dovecot', ['-F', '-c', join(folder, 'dovecot.conf')], port);
    return new Dovecot(folder, port, program);
  }

  /** Opens the newest mail with mutt, as somebody at a terminal does, and saves its last attachment. */
  async readWithMutt(user: string): Promise<ShownMail> {
    const [text, attachment] = [join(this.folder, 'shown'), join(this.folder, 'saved')];
    const keys = [
      `<last-entry><pipe-message>cat > ${text}<enter>`,
      `<view-attachments><last-entry><save-entry><kill-line>${attachment}<enter>`,
      '<exit><exit>',
    ];
    const settings = [
      `set imap_pass="${PASSWORD}"`,
      'set ssl_starttls=no',
      'set ssl_force_tls=no',
      'set pipe_decode=yes',
      'set wait_key=no',
      'set quit=yes',
      'set move=no',
      'set charset="utf-8"',
      `push "${keys.join('')}"`,
    ];
    writeFileSync(join(this.folder, 'muttrc'), `${settings.join('\n')}\n`);
    const mutt = `mutt -n -F ${join(this.folder, 'muttrc')} -f imap://${user}@127.0.0.1:${this.port}/INBOX`;
    // It wants a terminal, which `script` makes.
    const env = { TERM: 'xterm', HOME: this.folder };
    const { output } = await runProgram('script', ['-qec', mutt, '/dev/null'], env);
    const read = (file: string): string => {
      try {
        return readFileSync(file, 'utf8');
      } catch {
        throw new Error(`mutt has not written ${file}: ${output}\n${this.program.output}`);
      }
    };
    return { text: read(text), attachment: read(attachment) };
  }

  async stop(): Promise<void> {
    await this.program.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
