import { deflateSync, crc32 } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../core/data/database';
import { UsersService } from '../../identity/users';
import { FilesService } from './files.service';

const OWNER = 'ada';

/** The demo's files: a few small real ones, made here. */
@Injectable()
export class FilesDemo {
  constructor(
    private readonly db: Database,
    private readonly files: FilesService,
    private readonly users: UsersService,
  ) {}

  async fill(): Promise<void> {
    if ((await this.db.query('SELECT 1 FROM files LIMIT 1')).length > 0) return;
    const owner = await this.users.findByLogin(OWNER);
    if (!owner) return;
    const pictures: [string, Rgb][] = [['Dawn', [244, 162, 97]], ['Sea', [42, 157, 143]], ['Dusk', [38, 70, 83]]]; // prettier-ignore
    for (const [title, colour] of pictures) {
      const [name, contentType] = [`${title}.png`, 'image/png'];
      await this.files.save(owner.id, { source: gradientPng(colour), name, contentType, folder: 'pictures' });
    }
    for (const [name, lines] of Object.entries(DOCUMENTS)) {
      const source = plainPdf(lines);
      await this.files.save(owner.id, { source, name, contentType: 'application/pdf', folder: 'letters/2026' });
    }
  }
}

const DOCUMENTS = {
  'Welcome.pdf': ['Welcome to Atrium', 'This file was made for the demo.'],
  'Timetable.pdf': ['Timetable', 'Mon 09:00 Mathematics', 'Tue 10:00 Physics', 'Wed 09:00 History'],
};

type Rgb = readonly [number, number, number];

/** 96 by 64 points, from white to the colour. */
function gradientPng(colour: Rgb): Buffer {
  const [width, height] = [96, 64];
  const rows = Buffer.alloc(height * (width * 3 + 1)); // each row begins with its filter, 0
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const share = (x + y) / (width + height);
      colour.forEach((part, index) => (rows[y * (width * 3 + 1) + 1 + x * 3 + index] = 255 - (255 - part) * share));
    }
  }
  const header = Buffer.from([0, 0, 0, width, 0, 0, 0, height, 8, 2, 0, 0, 0]); // 8 bits, RGB
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** One page A4 of lines in Helvetica. @param lines of ASCII without brackets */
function plainPdf(lines: readonly string[]): Buffer {
  const text = `BT /F1 18 Tf 72 760 Td 28 TL ${lines.map((line) => `(${line}) Tj T*`).join(' ')} ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let pdf = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = pdf.length;
    pdf += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const count = objects.length + 1;
  return Buffer.from(
    `${pdf}xref\n0 ${count}\n0000000000 65535 f \n${table}trailer << /Size ${count} /Root 1 0 R >>\nstartxref\n${pdf.length}\n%%EOF\n`,
    'latin1',
  );
}
