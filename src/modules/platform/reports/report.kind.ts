import { PublicAddress } from '../../../core/web/http';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { API_PREFIX, Roles } from '../../../core/web/access';
import { InactiveUser } from '../../../core/kernel/errors';
import { Clock } from '../../../core/kernel/runtime';
import { DEFAULT_READER, Reader } from '../../../core/kernel/text';
import { documentsPdf, sheetBytes, SheetFormat, XLSX_MAX_LINES } from '../../../core/tabular';
import { FilesService, QuotaExceeded, SharesService } from '../../content/files';
import { Mail, MailGate, MailService, SendService } from '../../communication/mail';
import { UsersService } from '../../identity/users';
import type { RunningTask, TaskAsker, TaskKind, TaskTools } from '../tasks';
import { ReportTooLong } from './reports.errors';
import type { Actor } from './dataset';
import { documentOf, FIGURE_COLUMNS, figures, headed, linesOf, printed, sectionsOf, titleOf } from './report-content';
import { CustomPlan, planOf, ReportInput, SummaryPlan } from './report-plan';
import { ReportSources } from './report-sources';
import { REPORT_READY, ReportReadyValues } from './mails/report-ready';

export const REPORT = 'report';

/** With the names of the wire. */
interface ReportResult {
  readonly file_id: string;
  /** For its owner, at the host that was asked. */
  readonly download_url: string;
  readonly filename: string;
  readonly format: SheetFormat;
  readonly size: number;
  readonly rows: number;
}

const LINK_S = 7 * 86_400;
const FOLDER = 'reports';
const BRAND = 'ATRIUM';
const MAX_LINES: Record<SheetFormat, number> = { csv: Infinity, xlsx: XLSX_MAX_LINES, pdf: 100_000 };
const CONTENT_TYPES: Record<SheetFormat, string> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
};

/**
 * A report as a file of its asker. Its bytes are kept while the task runs, where nobody sees them; the file is there, and
 * the mail on its way, in the transaction that completes the task: a worker that is late leaves neither.
 */
@Injectable()
export class ReportKind implements TaskKind<ReportInput, ReportResult> {
  readonly type = REPORT;

  constructor(
    private readonly sources: ReportSources,
    private readonly users: UsersService,
    private readonly roles: Roles,
    private readonly files: FilesService,
    private readonly shares: SharesService,
    private readonly mails: MailService,
    private readonly gate: MailGate,
    private readonly senders: SendService,
    private readonly clock: Clock,
    private readonly addresses: PublicAddress,
  ) {}

  async check(input: ReportInput, { userId, permissions }: TaskAsker): Promise<void> {
    planOf(this.sources, input);
    if (input.email === null) return;
    this.mails.check(letter(input.email, { name: '', url: '', expiresAt: '' }));
    await this.gate.check(userId, [input.email], permissions);
  }

  async run({ userId, input }: RunningTask<ReportInput>, tools: TaskTools): Promise<ReportResult> {
    const plan = planOf(this.sources, input);
    const asker = await this.askerOf(userId);
    const format = formatOf(plan);
    const reader = readerOf(format, asker);
    const { bytes, rows } = await this.write(plan, asker, reader, tools);
    const {
      id,
      name: filename,
      sizeBytes,
    } = await this.files.prepareOwn(userId, {
      source: Readable.from(bytes),
      name: `${titleOf(plan, reader.locale).replace(/[/\\]/g, '-')}.${format}`,
      contentType: CONTENT_TYPES[format],
      folder: FOLDER,
    });
    const download_url = this.addresses.pathOf(`/${API_PREFIX}/storage/download/${id}`);
    return { file_id: id, download_url, filename, format, size: sizeBytes, rows: rows() };
  }

  async effect({ userId, input }: RunningTask<ReportInput>, result: ReportResult): Promise<void> {
    await this.files.confirmOwn(result.file_id);
    if (input.email === null) return;
    const { url, expiresAt } = await this.shares.shareAs(userId, result.file_id, { expiresIn: LINK_S });
    const values = { name: result.filename, url, expiresAt: expiresAt.toISOString() };
    const reader = (await this.users.findByLogin(input.email)) ?? (await this.users.byId(userId));
    await this.senders.sendLetter(userId, { ...letter(input.email, values), reader, expiresAt });
  }

  discard(_task: RunningTask<ReportInput>, { file_id }: ReportResult): Promise<void> {
    return this.files.dropOwn(file_id);
  }

  /** It is for the asker to make room. */
  isFinal(error: unknown): boolean {
    return error instanceof QuotaExceeded;
  }

  /** With today's rights. @throws InactiveUser for whom no report is made any more */
  private async askerOf(userId: string): Promise<Actor> {
    const user = await this.users.findById(userId);
    if (!user?.isActive) throw new InactiveUser();
    const { roles, locale, timeZone } = user;
    const permissions = this.roles.permissionsOf(roles, user.permissions);
    return { userId, roles, permissions, reader: { locale, timeZone } };
  }

  private async write(
    plan: SummaryPlan | CustomPlan,
    asker: Actor,
    reader: Reader,
    tools: TaskTools,
  ): Promise<Written> {
    if (plan.type === 'custom') return this.writeRows(plan, asker, reader, tools);
    const { locale } = reader;
    const sections = await sectionsOf(plan, asker, locale);
    const lines = figures(sections);
    const rows = (): number => lines.length;
    if (plan.type === 'complex') {
      const document = documentOf(plan, sections, { at: this.clock.now(), reader });
      return { bytes: [await documentsPdf([document], locale, tools.signal)], rows };
    }
    const sheet = {
      format: 'csv' as const,
      title: titleOf(plan, locale),
      brand: BRAND,
      locale,
      columns: FIGURE_COLUMNS,
    };
    return { bytes: sheetBytes(sheet, [lines], tools.signal), rows };
  }

  private async writeRows(
    plan: CustomPlan,
    asker: Actor,
    reader: Reader,
    { signal, progress }: TaskTools,
  ): Promise<Written> {
    const { format, columns, dataset, filters } = plan;
    const all = await dataset.count(asker, filters);
    if (all > MAX_LINES[format]) throw new ReportTooLong({ format, rows: all, maxRows: MAX_LINES[format] });
    let done = 0;
    const lines = linesOf(dataset.rows(asker, filters), plan, (rows) => {
      done = rows;
      progress((100 * rows) / Math.max(rows, all));
    });
    const { locale } = reader;
    const sheet = { format, title: titleOf(plan, locale), brand: BRAND, locale, columns: headed(columns, reader) };
    const bytes = sheetBytes(sheet, format === 'pdf' ? printed(lines, columns, reader) : lines, signal);
    return { bytes, rows: () => done };
  }
}

function formatOf(plan: SummaryPlan | CustomPlan): SheetFormat {
  if (plan.type === 'custom') return plan.format;
  return plan.type === 'complex' ? 'pdf' : 'csv';
}

/** Paper is for who asks. What programs read is in English and UTC, whoever asks. */
const readerOf = (format: SheetFormat, { reader = DEFAULT_READER }: Actor): Reader =>
  format === 'pdf' ? reader : DEFAULT_READER;

/** A report that is being written. */
interface Written {
  readonly bytes: AsyncIterable<Buffer> | readonly Buffer[];
  /** Once all bytes have been read. */
  readonly rows: () => number;
}

const letter = (to: string, values: ReportReadyValues): Mail<ReportReadyValues> => ({
  to,
  template: REPORT_READY,
  values,
});
