import { Zip, ZipDeflate } from 'fflate';

/** The least day there is: the same content is the same file. */
const MTIME = '1980-01-01T00:00:00';
const LEVEL = 6;

/** An archive (ZIP) as it is written: entries one after another, nothing held in memory but their names. */
export class ZipWriter {
  private readonly packed: Uint8Array[] = [];
  private readonly zip = new Zip((error, bytes) => {
    if (error) throw error;
    this.packed.push(bytes);
  });
  private open: ZipDeflate | null = null;

  /** Begins an entry, ending the one before. */
  entry(name: string): Buffer {
    this.close();
    this.open = Object.assign(new ZipDeflate(name, { level: LEVEL }), { mtime: MTIME });
    this.zip.add(this.open);
    return this.taken();
  }

  /** More of the open entry. */
  write(text: string): Buffer {
    this.open?.push(Buffer.from(text));
    return this.taken();
  }

  /** The last bytes. */
  end(): Buffer {
    this.close();
    this.zip.end();
    return this.taken();
  }

  private close(): void {
    this.open?.push(new Uint8Array(), true);
    this.open = null;
  }

  private taken(): Buffer {
    return Buffer.concat(this.packed.splice(0));
  }
}
