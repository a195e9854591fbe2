import { workerData } from 'node:worker_threads';
import { transform } from '../kernel/runtime/thread';
import type { Line } from './cell';
import { csvWriter } from './csv';
import { drawDocuments, pdfWriter } from './pdf';
import type { SheetWriter } from './sheet-writer';
import type { TabularExport, SheetJob } from './sheets';
import { xlsxWriter } from './xlsx';

const writers = {
  csv: ({ columns }: TabularExport) => csvWriter(columns),
  xlsx: ({ title, columns }: TabularExport) => xlsxWriter(title, columns),
  pdf: pdfWriter,
};

const job = workerData as SheetJob;
const writer: SheetWriter =
  'sheet' in job
    ? writers[job.sheet.format](job.sheet)
    : { write: () => Buffer.alloc(0), end: () => drawDocuments(job.documents, job.locale) };
transform<readonly Line[]>(writer.write, writer.end);
