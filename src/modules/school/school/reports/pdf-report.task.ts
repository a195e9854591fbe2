import { PublicAddress } from '../../../../core/web/http';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { API_PREFIX, Principal, Roles } from '../../../../core/web/access';
import { Forbidden, InactiveUser, Validation } from '../../../../core/kernel/errors';
import type { Reader } from '../../../../core/kernel/text';
import { Document, documentsPdf } from '../../../../core/tabular';
import { FilesService, QuotaExceeded } from '../../../content/files';
import { RunningTask, TaskKind, TasksService, TaskStartedDto, TaskTools } from '../../../platform/tasks';
import { UsersService } from '../../../identity/users';
import type { Print, PrintReportInput } from './dto/print.dto';
import type { ReportSlice } from './dto/report.dto';
import { EnrollmentsService } from '../enrollments/enrollments.service';
import { TranscriptsService } from '../transcripts/transcripts.service';
import { StudentNotFound } from '../school.errors';
import { transcriptsOf, Actor } from '../visibility';
import { classroomSheet, overviewSheet, transcriptSheet } from './report-sheets';
import { ReportsService } from './reports.service';

export const SCHOOL_REPORT = 'school_report';
const FOLDER = 'reports';
/** How much of the work is done once all is read; the rest is drawing. */
const READ_PERCENT = 60;

/** With the names of the wire. */
interface PrintingInput {
  readonly report: Print;
  readonly classroom_id: string | null;
  readonly term_id: string | null;
  readonly as_of: string | null;
}

interface PrintingResult {
  readonly file_id: string;
  readonly download_url: string;
  readonly filename: string;
  readonly format: 'pdf';
  readonly size: number;
  readonly sheets: number;
}

/**
 * Reports too big to be waited for, as a PDF among the files of who asks. What it shows is what they may see when it is
 * made. The file is there in the transaction that completes the task.
 */
@Injectable()
export class PdfReportTask implements TaskKind<PrintingInput, PrintingResult> {
  readonly type = SCHOOL_REPORT;

  constructor(
    private readonly reports: ReportsService,
    private readonly transcripts: TranscriptsService,
    private readonly enrollments: EnrollmentsService,
    private readonly users: UsersService,
    private readonly roles: Roles,
    private readonly files: FilesService,
    private readonly tasks: TasksService,
    private readonly addresses: PublicAddress,
  ) {}

  /** @throws Validation, Forbidden, ClassroomNotFound also for another teacher's, TermNotFound */
  async start(user: Principal, { report, classroomId, termId, asOf }: PrintReportInput): Promise<TaskStartedDto> {
    await this.needSight(user, report, classroomId);
    await this.reports.headOf({ termId });
    const input: PrintingInput = {
      report,
      classroom_id: classroomId ?? null,
      term_id: termId ?? null,
      as_of: asOf?.toISOString() ?? null,
    };
    return this.tasks.start(user, SCHOOL_REPORT, input);
  }

  async run({ userId, input }: RunningTask<PrintingInput>, tools: TaskTools): Promise<PrintingResult> {
    const { report, classroom_id, term_id, as_of } = input;
    const slice: ReportSlice = { termId: term_id ?? undefined, asOf: as_of ? new Date(as_of) : undefined };
    const { viewer, reader } = await this.viewerOf(userId);
    await this.needSight(viewer, report, classroom_id ?? undefined);
    const sheets = await this.sheetsOf({ viewer, reader }, report, classroom_id ?? '', slice, tools);
    const bytes = await documentsPdf(sheets, reader.locale, tools.signal);
    const {
      id,
      name: filename,
      sizeBytes,
    } = await this.files.prepareOwn(userId, {
      source: Readable.from([bytes]),
      name: `${report}.pdf`,
      contentType: 'application/pdf',
      folder: FOLDER,
    });
    const download_url = this.addresses.pathOf(`/${API_PREFIX}/storage/download/${id}`);
    return { file_id: id, download_url, filename, format: 'pdf', size: sizeBytes, sheets: sheets.length };
  }

  async effect(_task: RunningTask<PrintingInput>, { file_id }: PrintingResult): Promise<void> {
    await this.files.confirmOwn(file_id);
  }

  discard(_task: RunningTask<PrintingInput>, { file_id }: PrintingResult): Promise<void> {
    return this.files.dropOwn(file_id);
  }

  /** It is for who asks to make room. */
  isFinal(error: unknown): boolean {
    return error instanceof QuotaExceeded;
  }

  /** @throws Validation without a classroom, Forbidden for the overview, ClassroomNotFound */
  private async needSight(viewer: Actor, report: Print, classroomId: string | undefined): Promise<void> {
    if (report === 'overview') {
      if (transcriptsOf(viewer) !== null) throw new Forbidden();
    } else if (classroomId === undefined) {
      throw new Validation({ errors: [{ field: 'classroom_id', code: 'required', message: `a ${report} has one` }] });
    } else {
      await this.reports.needClassroom(viewer, classroomId);
    }
  }

  private async sheetsOf(
    { viewer, reader }: ReportReader,
    report: Print,
    classroomId: string,
    slice: ReportSlice,
    { signal, progress }: TaskTools,
  ): Promise<Document[]> {
    if (report === 'overview') return [overviewSheet(await this.reports.overview(slice), reader)];
    if (report === 'classroom')
      return [classroomSheet(await this.reports.classroom(viewer, classroomId, slice), reader)];
    const students = await this.enrollments.idsIn(classroomId);
    const sheets: Document[] = [];
    let read = 0;
    for (const id of students) {
      signal.throwIfAborted();
      const transcript = await this.transcripts.read(viewer, id, slice).catch(unlessStudent);
      if (transcript) sheets.push(transcriptSheet(transcript, reader));
      progress((++read / students.length) * READ_PERCENT);
    }
    return sheets.sort((a, b) => a.title.localeCompare(b.title, 'en'));
  }

  /** With today's rights. @throws InactiveUser for whom nothing is printed any more */
  private async viewerOf(userId: string): Promise<ReportReader> {
    const user = await this.users.findById(userId);
    if (!user?.isActive) throw new InactiveUser();
    const { roles, locale, timeZone } = user;
    const permissions = this.roles.permissionsOf(roles, user.permissions);
    return { viewer: { userId, roles, permissions }, reader: { locale, timeZone } };
  }
}

/** Who prints, in which language, and by whose clock times are told. */
interface ReportReader {
  readonly viewer: Actor;
  readonly reader: Reader;
}

/** Somebody in the classroom who is no student any more has no transcript. */
function unlessStudent(error: unknown): null {
  if (error instanceof StudentNotFound) return null;
  throw error;
}
