import { readSheet } from 'read-excel-file/node';
import { readCsv } from '../../../src/modules/school/school/transfer/csv';
import type { TestApp } from '../../support/app';
import type { Person } from '../../support/make';
import { fetchBytes } from '../../content/files/support';
import { SeenTask, taskIs } from '../tasks/support';

/** Asks for a report and waits for it. @returns the task and its file */
export async function report(t: TestApp, person: Person, input: object): Promise<{ task: SeenTask; bytes: Buffer }> {
  const { status, body } = await person.client.post('/tasks/report', input);
  expect({ status, body }).toMatchObject({ status: 202, body: { status: 'pending' } });
  const task = await taskIs(person.client, body.task_id, 'completed', 20_000);
  return { task, bytes: await bytesOf(t, person, task) };
}

/** What `download_url` leads to, byte by byte. */
export async function bytesOf(t: TestApp, person: Person, { result }: SeenTask): Promise<Buffer> {
  const path = (result.download_url as string).replace('/api/v1', '');
  const { status, bytes } = await fetchBytes(person.client, t.url, path);
  expect(status).toBe(200);
  return bytes;
}

/** The rows of a CSV file by the names in its first line. */
export function csvRows(bytes: Buffer): Record<string, string>[] {
  const [head, ...rows] = [...readCsv(bytes)].map(({ cells }) => cells);
  return rows.map((cells) => Object.fromEntries(head.map((name, index) => [name, cells[index]])));
}

/** The rows of a workbook's one sheet, as a reader of others sees them. */
export const xlsxRows = (bytes: Buffer): Promise<unknown[][]> => readSheet(bytes);

/** How many pages a PDF has, by what it says of itself. */
export const pagesOf = (pdf: Buffer): number =>
  Number(/\/Type \/Pages[^]*?\/Count (\d+)/.exec(pdf.toString('latin1'))?.[1]);
