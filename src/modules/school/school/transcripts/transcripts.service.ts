import { Injectable } from '@nestjs/common';
import type { Principal } from '../../../../core/web/access';
import { Audit } from '../../../../core/data/audit';
import { Database, statement } from '../../../../core/data/database';
import { orderById, Page, pageOf } from '../../../../core/web/dto';
import { PublicAddress } from '../../../../core/web/http';
import { Clock, newId } from '../../../../core/kernel/runtime';
import { ReportSlice, TranscriptDto, TranscriptIssueDto, TranscriptLineDto } from '../reports/dto/report.dto';
import {
  IssuedContent,
  IssuedTranscriptDto,
  IssuedTranscriptQuery,
  IssueTranscriptInput,
  TranscriptProofDto,
  Verdict,
} from './dto/transcript.dto';
import type { IssuedTranscript } from './entities/issued-transcript.entity';
import { ReportsService } from '../reports/reports.service';
import { StudentNotFound, TranscriptNotFound, TranscriptRevoked } from '../school.errors';
import { transcriptsOf, Actor } from '../visibility';
import { hashOf, newCode, readCode, shownCode, TranscriptSeal } from './transcript-seal';

const ORDER = orderById<IssuedTranscript>();
const COLUMNS = `id, created_at AS "createdAt", student_id AS "studentId", term_id AS "termId", issued_by AS "issuedBy", code,
  content, content_hash AS "contentHash", signature, revoked_at AS "revokedAt", reason`;
const FROM = `SELECT ${COLUMNS} FROM school_transcripts`;
const ADD = statement(
  'transcripts.add',
  `INSERT INTO school_transcripts (id, created_at, updated_at, student_id, term_id, issued_by, code, content, content_hash, signature)
   VALUES ($1, $2, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING ${COLUMNS}`,
);
const BY_ID = statement(
  'transcripts.by-id',
  `${FROM} WHERE id = $1 AND ($2::uuid IS NULL OR student_id = $2) AND content <> ''`,
);
const BY_CODE = statement('transcripts.by-code', `${FROM} WHERE code = $1`);
const PAGE = statement(
  'transcripts.page',
  `${FROM} WHERE ($1::uuid IS NULL OR student_id = $1) AND ($2::uuid IS NULL OR student_id = $2)
     AND ($3::uuid IS NULL OR id < $3) AND content <> '' ORDER BY id DESC LIMIT $4`,
);
const LAST = statement(
  'transcripts.last',
  `${FROM} WHERE student_id = $1 AND term_id IS NOT DISTINCT FROM $2 AND revoked_at IS NULL ORDER BY id DESC LIMIT 1`,
);
const LOCK = `${FROM} WHERE id = $1 AND content <> '' FOR UPDATE`;
const REVOKE = `UPDATE school_transcripts SET revoked_at = $2, revoked_by = $3, reason = $4, updated_at = $2 WHERE id = $1
  RETURNING ${COLUMNS}`;
const EMPTY = `UPDATE school_transcripts SET content = '', revoked_at = coalesce(revoked_at, now()), updated_at = now()
  WHERE student_id = $1 AND content <> ''`;
const EXPORT = `SELECT code, created_at AS issued_at, content, revoked_at FROM school_transcripts
  WHERE student_id = $1 AND content <> '' ORDER BY id DESC`;

/** The register of issued transcripts: who was given which, when, signed, and whether it still holds. */
@Injectable()
export class TranscriptsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly reports: ReportsService,
    private readonly seal: TranscriptSeal,
    private readonly addresses: PublicAddress,
  ) {}

  /** The student's own, and anybody's with `manage_school`. @throws StudentNotFound, TermNotFound */
  issue(user: Principal, { studentId, termId }: IssueTranscriptInput): Promise<IssuedTranscriptDto> {
    const own = transcriptsOf(user);
    return this.db.transaction(async () => {
      if (own !== null && own !== studentId) throw new StudentNotFound();
      const { studentName, term, count, mean, lines } = await this.reports.wholeTranscript(studentId, { termId });
      const content = JSON.stringify({ studentName, term, count, mean, lines } satisfies IssuedContent);
      const sealed = { code: newCode(), issuedAt: this.clock.now(), contentHash: hashOf(content) };
      const { code, issuedAt, contentHash } = sealed;
      const signature = this.seal.sign(sealed);
      const id = newId();
      const values = [id, issuedAt, studentId, termId ?? null, user.userId, code, content, contentHash, signature];
      const [row] = await this.db.query<IssuedTranscript>(ADD, values);
      const facts = { student_id: studentId, term_id: termId ?? null, content_hash: contentHash };
      await this.audit.record({ action: 'school.transcript-issued', target: `transcript:${id}`, facts });
      return this.toDto(row);
    });
  }

  /** The latest first. @throws Validation for a broken cursor */
  async list(user: Principal, { limit, cursor, studentId }: IssuedTranscriptQuery): Promise<Page<IssuedTranscriptDto>> {
    const values = [transcriptsOf(user), studentId ?? null, ...ORDER.read(cursor), limit + 1];
    const rows = await this.db.query<IssuedTranscript>(PAGE, values);
    return pageOf(rows, limit, (row) => this.toDto(row), ORDER.cursorOf);
  }

  /** @throws TranscriptNotFound also for a stranger's */
  async byId(user: Principal, id: string): Promise<IssuedTranscriptDto> {
    const [row] = await this.db.query<IssuedTranscript>(BY_ID, [id, transcriptsOf(user)]);
    if (!row) throw new TranscriptNotFound();
    return this.toDto(row);
  }

  /** From now on its code says so. @throws TranscriptNotFound, TranscriptRevoked */
  revoke(user: Principal, id: string, reason: string): Promise<IssuedTranscriptDto> {
    return this.db.transaction(async () => {
      const [row] = await this.db.query<IssuedTranscript>(LOCK, [id]);
      if (!row) throw new TranscriptNotFound();
      if (row.revokedAt) throw new TranscriptRevoked();
      const [revoked] = await this.db.query<IssuedTranscript>(REVOKE, [id, this.clock.now(), user.userId, reason]);
      await this.audit.record({ action: 'school.transcript-revoked', target: `transcript:${id}`, facts: { reason } });
      return this.toDto(revoked);
    });
  }

  /** What anybody with the code may know. @throws TranscriptNotFound */
  async verify(typed: string): Promise<TranscriptProofDto> {
    const code = readCode(typed);
    const [row] = code ? await this.db.query<IssuedTranscript>(BY_CODE, [code]) : [];
    if (!row) throw new TranscriptNotFound();
    const status = await this.verdictOf(row);
    const isTold = status === 'valid' || status === 'outdated';
    const told = isTold ? contentOf(row) : { studentName: null, term: null, count: null, mean: null, lines: [] };
    const { contentHash, signature, revokedAt, createdAt: issuedAt } = row;
    const { publicKey } = this.seal;
    return { status, code: shownCode(row.code), issuedAt, ...told, contentHash, signature, publicKey, revokedAt };
  }

  /** As far as the caller may see, with the last valid issue that says just this. @throws StudentNotFound, TermNotFound */
  async read(user: Actor, studentId: string, slice: ReportSlice): Promise<TranscriptDto> {
    const transcript = await this.reports.transcript(user, studentId, slice);
    if (transcript.partial || slice.asOf) return transcript;
    const [row] = await this.db.query<IssuedTranscript>(LAST, [studentId, slice.termId ?? null]);
    if (!row || !this.isIntact(row)) return transcript;
    const content = contentOf(row);
    const isSame = content.studentName === transcript.studentName && sameFigures(content, transcript);
    return isSame ? { ...transcript, issue: this.toIssue(row) } : transcript;
  }

  /** Of somebody whose account is erased: the register stays, what it says goes. */
  async empty(studentId: string): Promise<void> {
    await this.db.execute(EMPTY, [studentId]);
  }

  /** For the export of everything kept about a person. */
  async exportOf(studentId: string): Promise<object[]> {
    const rows = await this.db.query<{ code: string; content: string }>(EXPORT, [studentId]);
    return rows.map(({ code, content, ...rest }) => ({
      code: shownCode(code),
      ...rest,
      says: JSON.parse(content) as object,
    }));
  }

  private async verdictOf(row: IssuedTranscript): Promise<Verdict> {
    if (row.revokedAt) return 'revoked';
    if (!this.isIntact(row)) return 'damaged';
    const today = await this.reports.figuresOf(row.studentId, { termId: row.termId ?? undefined });
    return sameFigures(contentOf(row), today) ? 'valid' : 'outdated';
  }

  private isIntact({ code, createdAt: issuedAt, content, contentHash, signature }: IssuedTranscript): boolean {
    return hashOf(content) === contentHash && this.seal.isOurs({ code, issuedAt, contentHash }, signature);
  }

  private toIssue({ id, code, createdAt: issuedAt, signature }: IssuedTranscript): TranscriptIssueDto {
    const shown = shownCode(code);
    return { id, code: shown, url: this.addresses.urlOf(`/school/verify/${shown}`), issuedAt, signature };
  }

  private toDto(row: IssuedTranscript): IssuedTranscriptDto {
    const { studentId, contentHash, issuedBy, revokedAt, reason } = row;
    return { ...this.toIssue(row), ...contentOf(row), studentId, contentHash, issuedBy, revokedAt, reason };
  }
}

const contentOf = ({ content }: IssuedTranscript): IssuedContent => JSON.parse(content) as IssuedContent;

type Figures = Pick<IssuedContent, 'count' | 'mean' | 'lines'>;

/** Whether both come to the same; what a classroom or a term is called may change. */
function sameFigures(one: Figures, other: Figures): boolean {
  return one.count === other.count && one.mean === other.mean && figuresOf(one.lines) === figuresOf(other.lines);
}

function figuresOf(lines: readonly TranscriptLineDto[]): string {
  const figures = lines.map(({ termId, classroomId, subject, count, mean }) =>
    JSON.stringify([termId, classroomId, subject, count, mean]),
  );
  return figures.sort().join();
}
