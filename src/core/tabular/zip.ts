import { constants, crc32, deflateRawSync } from 'node:zlib';

interface Entry {
  readonly name: string;
  readonly offset: number;
  crc: number;
  packed: number;
  plain: number;
}

/** UTF-8 names; sizes follow the content. APPNOTE.TXT sections 4.4.4, 4.3.9. */
const FLAGS = 0x0808;
const VERSION = 20;
const DEFLATE = 8;
/** 1980-01-01, the least there is: the same content is the same file. */
const DOS_DAY = 0x21;

/** An archive (ZIP) as it is written: entries one after another, none larger than 4 GiB, nothing held in memory but their names. */
export class ZipWriter {
  private readonly entries: Entry[] = [];
  private offset = 0;
  private open: Entry | null = null;

  /** Begins an entry, ending the one before. */
  entry(name: string): Buffer {
    const ended = this.close();
    this.open = { name, offset: this.offset, crc: 0, packed: 0, plain: 0 };
    this.entries.push(this.open);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    writeCommon(head, 4);
    head.writeUInt16LE(Buffer.byteLength(name), 26);
    return Buffer.concat([ended, this.counted(Buffer.concat([head, Buffer.from(name)]))]);
  }

  /** More of the open entry. */
  write(text: string): Buffer {
    const entry = this.open as Entry;
    const bytes = Buffer.from(text);
    entry.crc = crc32(bytes, entry.crc);
    entry.plain += bytes.length;
    const packed = deflateRawSync(bytes, { level: 6, finishFlush: constants.Z_SYNC_FLUSH });
    entry.packed += packed.length;
    return this.counted(packed);
  }

  /** The last bytes. */
  end(): Buffer {
    const ended = this.close();
    const from = this.offset;
    const directory = Buffer.concat(this.entries.map(directoryEntry));
    const tail = Buffer.alloc(22);
    tail.writeUInt32LE(0x06054b50, 0);
    tail.writeUInt16LE(this.entries.length, 8);
    tail.writeUInt16LE(this.entries.length, 10);
    tail.writeUInt32LE(directory.length, 12);
    tail.writeUInt32LE(from, 16);
    return Buffer.concat([ended, directory, tail]);
  }

  private close(): Buffer {
    if (!this.open) return Buffer.alloc(0);
    const entry = this.open;
    this.open = null;
    const last = deflateRawSync(Buffer.alloc(0));
    entry.packed += last.length;
    const sizes = Buffer.alloc(16);
    sizes.writeUInt32LE(0x08074b50, 0);
    writeSizes(sizes, 4, entry);
    return this.counted(Buffer.concat([last, sizes]));
  }

  private counted(bytes: Buffer): Buffer {
    this.offset += bytes.length;
    return bytes;
  }
}

function directoryEntry(entry: Entry): Buffer {
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x02014b50, 0);
  head.writeUInt16LE(VERSION, 4);
  writeCommon(head, 6);
  writeSizes(head, 16, entry);
  head.writeUInt16LE(Buffer.byteLength(entry.name), 28);
  head.writeUInt32LE(entry.offset, 42);
  return Buffer.concat([head, Buffer.from(entry.name)]);
}

function writeCommon(to: Buffer, at: number): void {
  to.writeUInt16LE(VERSION, at);
  to.writeUInt16LE(FLAGS, at + 2);
  to.writeUInt16LE(DEFLATE, at + 4);
  to.writeUInt16LE(DOS_DAY, at + 8);
}

function writeSizes(to: Buffer, at: number, { crc, packed, plain }: Entry): void {
  to.writeUInt32LE(crc, at);
  to.writeUInt32LE(packed, at + 4);
  to.writeUInt32LE(plain, at + 8);
}
