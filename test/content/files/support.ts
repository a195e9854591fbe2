import { createHash, randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync, crc32 } from 'node:zlib';
import { PNG } from 'pngjs';
import type { TestApp } from '../../support/app';
import type { Answer, Client } from '../../support/client';

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A real picture. @param bytes its size, by an unused chunk of random bytes; the least there is when left out */
export function png(bytes = 0): Buffer {
  const plain = PNG.sync.write(new PNG({ width: 4, height: 4 }));
  const spare = bytes - plain.length - 12;
  if (spare < 0) return plain;
  const data = randomBytes(spare);
  const body = Buffer.concat([Buffer.from('prVt', 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(spare);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([plain.subarray(0, -12), length, body, sum, plain.subarray(-12)]);
}

export const GIF = Buffer.from('47494638396101000100800000000000ffffff2c00000000010001000002024401003b', 'hex');
export const JPEG = Buffer.from(
  'ffd8ffe000104a46494600010100000100010000ffdb004300' + '01'.repeat(64) + 'ffc0000b080001000101011100ffd9',
  'hex',
);
export const WEBP = Buffer.from('UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA', 'base64');
export const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n');
export const MPEG = Buffer.concat([Buffer.from('000001ba210001000180', 'hex'), Buffer.alloc(100)]);
export const MP4 = Buffer.concat([
  Buffer.from('0000001c667479706d703432000000016d70343269736f6d61766331', 'hex'),
  Buffer.alloc(64),
]);
export const MOV = Buffer.concat([
  Buffer.from('00000014667479707174202000000000717420200000', 'hex'),
  Buffer.alloc(64),
]);

/** An archive of these entries, as any packer writes it. */
export function zip(entries: Record<string, string>): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(entries)) {
    const data = deflateRawSync(text);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(text), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(Buffer.byteLength(text), 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), data]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, rest, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(central.length, 8);
  end.writeUInt16LE(central.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const DOCX = zip({
  '[Content_Types].xml': `<?xml version="1.0"?><Types><Override PartName="/word/document.xml" ContentType="${WORD}.main+xml"/></Types>`,
  'word/document.xml': '<w:document/>',
});

/** The head and directory of an old Office file with this stream. */
export function cfb(stream: string): Buffer {
  const head = Buffer.alloc(512);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(head);
  head.writeUInt16LE(9, 30);
  head.writeUInt32LE(0, 48);
  const directory = Buffer.alloc(512);
  directory.write('Root Entry', 'utf16le');
  directory.write(stream, 128, 'utf16le');
  return Buffer.concat([head, directory]);
}

/** Uploads one file as a browser does. @param fields beside it */
export async function upload(
  { client, url }: { client: Client; url: string },
  bytes: Uint8Array,
  name = 'picture.png',
  fields: Record<string, string> = {},
  headers: Record<string, string> = {},
): Promise<Answer> {
  const form = new FormData();
  for (const [key, value] of Object.entries(fields)) form.append(key, value);
  form.append('file', new Blob([bytes]), name);
  return send(client, url, form, headers);
}

/** Sends any form, or bytes with a content type of their own. */
export async function send(
  client: Client,
  url: string,
  body: RequestInit['body'],
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(`${url}/api/v1/storage/upload`, {
    method: 'POST',
    headers: { ...client.given, ...headers },
    body,
    ...(body instanceof ReadableStream && { duplex: 'half' }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: text === '' ? null : JSON.parse(text) };
}

/** The bytes of an answer, which a client of JSON would not keep. */
export async function fetchBytes(client: Client, url: string, path: string, headers: Record<string, string> = {}) {
  const target = path.startsWith('http') ? path : `${url}/api/v1${path}`;
  const response = await fetch(target, { headers: { ...client.given, ...headers } });
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
}

/** Everything below DATA_DIR/files: names of temporary files, and ids in the store. */
export function onDisk(dataDir: string): { temporary: string[]; stored: string[] } {
  const files = (folder: string): string[] => {
    try {
      return readdirSync(join(dataDir, 'files', folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ name }) => name)
        .sort();
    } catch {
      return [];
    }
  };
  return { temporary: files('tmp'), stored: files('store') };
}

/** Where a file of the directory store lies. */
export const storedAt = (t: TestApp, id: string): string =>
  join(t.env.DATA_DIR, 'files', 'store', id.slice(-4, -2), id.slice(-2), id);
