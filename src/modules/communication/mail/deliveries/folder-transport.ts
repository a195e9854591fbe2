import { access, constants, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Envelope, MailTransport, Reply } from './mail-transport';

const TAKEN: Reply = { code: 250, status: '2.0.0', tls: null };

/** Into a folder, a file for each recipient: for development and tests. */
export class FolderTransport implements MailTransport {
  readonly isPaced = false;
  readonly waitMs = 0;
  private made: Promise<unknown> | null = null;

  constructor(private readonly folder: string) {}

  /** A repeat writes the same file; nobody ever sees half of one. */
  async send(_envelope: Envelope, bytes: Buffer, deliveryId: string): Promise<Reply> {
    await (this.made ??= mkdir(this.folder, { recursive: true, mode: 0o700 }));
    const draft = join(this.folder, `.${deliveryId}.${process.pid}.tmp`);
    try {
      const file = await open(draft, 'w', 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(draft, join(this.folder, `${deliveryId}.eml`));
    } catch (error) {
      this.made = null; // somebody may have taken the folder away
      await rm(draft, { force: true });
      throw error;
    }
    const folder = await open(this.folder, 'r');
    await folder.sync().finally(() => folder.close());
    return TAKEN;
  }

  /** Rejects when nothing can be written there. */
  async check(): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    await access(this.folder, constants.W_OK);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
