import { Injectable } from '@nestjs/common';
import { Audit } from '../../../../core/data/audit';
import { Database, onConstraints, statement } from '../../../../core/data/database';
import { Events } from '../../../../core/data/events';
import { Page, pageOf, Keyset } from '../../../../core/web/dto';
import { Validation } from '../../../../core/kernel/errors';
import { assertMatch } from '../../../../core/web/http';
import { Clock, newId } from '../../../../core/kernel/runtime';
import { CreateTermInput, SchoolYearDto, TermDto, TermQuery, toTermDto, UpdateTermInput } from './dto/term.dto';
import type { SchoolTerm } from './entities/school-term.entity';
import {
  NoOpenTerm,
  SchoolYearNotFound,
  TermClosed,
  TermNameTaken,
  TermNotFound,
  TermOpen,
  TermsOverlap,
} from '../school.errors';
import { SchoolTermClosed } from '../school.events';

const ORDER = new Keyset<SchoolTerm>('-starts_on', [
  { column: 'starts_on', type: 'date', of: ({ startsOn }) => startsOn },
  { column: 'id', type: 'uuid', of: ({ id }) => id },
]);
const COLUMNS = `id, name, school_year AS "schoolYear", starts_on::text AS "startsOn", ends_on::text AS "endsOn", closed_at AS "closedAt",
  created_at AS "createdAt", updated_at AS "updatedAt"`;
const PAGE = statement(
  'school-terms.page',
  `SELECT ${COLUMNS} FROM school_terms WHERE ($1::date IS NULL OR (starts_on, id) < ($1, $2::uuid))
     AND ($3::text IS NULL OR school_year = $3) ORDER BY starts_on DESC, id DESC LIMIT $4`,
);
const LOCK = `SELECT ${COLUMNS} FROM school_terms WHERE id = $1 FOR UPDATE`;
const NAME = statement('school-terms.name', 'SELECT name FROM school_terms WHERE id = $1');
/** Keeps the term from being closed until the transaction ends. */
const HOLD = statement('school-terms.hold', `SELECT ${COLUMNS} FROM school_terms WHERE id = $1 FOR SHARE`);
const HOLD_DAY = statement(
  'school-terms.hold-day',
  `SELECT ${COLUMNS} FROM school_terms WHERE daterange(starts_on, ends_on, '[]') @> $1::date FOR SHARE`,
);
const INSERT = 'INSERT INTO school_terms (id, name, school_year, starts_on, ends_on) VALUES ($1, $2, $3, $4, $5)';
const UPDATE = `UPDATE school_terms SET name = $2, school_year = $3, starts_on = $4, ends_on = $5, updated_at = now()
  WHERE id = $1`;
const LOCK_YEAR = `SELECT ${COLUMNS} FROM school_terms WHERE school_year = $1 ORDER BY id FOR UPDATE`;
// The moment is taken once the row is locked: every grade written before is older.
const SET_CLOSED = `UPDATE school_terms SET closed_at = CASE WHEN $2 THEN clock_timestamp() END, updated_at = now()
  WHERE id = $1`;

const onTaken = onConstraints({ uq_school_terms_name: TermNameTaken, ex_school_terms_dates: TermsOverlap });

/** Parts of school years. What lies in a closed one stays as it is, on every path. */
@Injectable()
export class TermsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly events: Events,
  ) {}

  /** The latest first. @throws Validation for a broken cursor */
  async list({ limit, cursor, schoolYear }: TermQuery): Promise<Page<TermDto>> {
    const rows = await this.db.query<SchoolTerm>(PAGE, [...ORDER.read(cursor), schoolYear ?? null, limit + 1]);
    return pageOf(rows, limit, toTermDto, ORDER.cursorOf);
  }

  /** @throws Validation, TermNameTaken, TermsOverlap */
  create(input: CreateTermInput): Promise<TermDto> {
    needOrder(input);
    const id = newId();
    return this.db.transaction(async () => {
      await this.db
        .execute(INSERT, [id, input.name, input.schoolYear ?? null, input.startsOn, input.endsOn])
        .catch(onTaken);
      await this.audit.record({ action: 'school.term-created', target: `term:${id}`, facts: { ...wire(input) } });
      return toTermDto(await this.lock(id));
    });
  }

  /** Changes what is given. @throws TermNotFound, TermClosed, Validation, TermNameTaken, TermsOverlap, PreconditionFailed */
  update(id: string, input: UpdateTermInput, ifMatch?: string): Promise<TermDto> {
    return this.db.transaction(async () => {
      const term = await this.lock(id);
      assertMatch(ifMatch, TermDto, toTermDto(term));
      if (term.closedAt) throw new TermClosed();
      const { name = term.name, startsOn = term.startsOn, endsOn = term.endsOn, schoolYear = term.schoolYear } = input;
      needOrder({ startsOn, endsOn });
      await this.db.execute(UPDATE, [id, name, schoolYear, startsOn, endsOn]).catch(onTaken);
      const facts = { old: wire(term), new: wire({ name, schoolYear, startsOn, endsOn }) };
      await this.audit.record({ action: 'school.term-updated', target: `term:${id}`, facts });
      return toTermDto(await this.lock(id));
    });
  }

  /** From now on its grades and enrolments stay as they are. @throws TermNotFound, TermClosed */
  close(id: string): Promise<TermDto> {
    return this.setClosed(id, true);
  }

  /** Closes all terms of a year that are open, or none. @throws SchoolYearNotFound, TermClosed when all of them are */
  closeYear(schoolYear: string): Promise<SchoolYearDto> {
    return this.db.transaction(async () => {
      const terms = await this.db.query<SchoolTerm>(LOCK_YEAR, [schoolYear]);
      if (terms.length === 0) throw new SchoolYearNotFound();
      const open = terms.filter(({ closedAt }) => closedAt === null);
      if (open.length === 0) throw new TermClosed();
      for (const { id } of open) await this.close(id);
      const closed = await this.db.query<SchoolTerm>(LOCK_YEAR, [schoolYear]);
      const byDay = closed.sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
      return { schoolYear, terms: byDay.map(toTermDto) };
    });
  }

  /** @throws TermNotFound, TermOpen */
  reopen(id: string): Promise<TermDto> {
    return this.setClosed(id, false);
  }

  /** @throws TermNotFound */
  async nameOf(id: string): Promise<string> {
    const [term] = await this.db.query<{ name: string }>(NAME, [id]);
    if (!term) throw new TermNotFound();
    return term.name;
  }

  /** Today, by UTC, as `2026-01-31`. */
  today(): string {
    return this.clock.now().toISOString().slice(0, 10);
  }

  /**
   * The term of what is written now, kept open until the transaction ends; without an id the one of today.
   * @throws TermNotFound, TermClosed, NoOpenTerm
   */
  async holdOpen(id?: string): Promise<TermDto> {
    const [term] = await this.db.query<SchoolTerm>(id ? HOLD : HOLD_DAY, [id ?? this.today()]);
    if (id && !term) throw new TermNotFound();
    if (id && term.closedAt) throw new TermClosed();
    if (!term || term.closedAt) throw new NoOpenTerm();
    return toTermDto(term);
  }

  /** Keeps today's term, if there is one, from being closed until the transaction ends. @throws TermClosed */
  async holdToday(): Promise<void> {
    const [term] = await this.db.query<SchoolTerm>(HOLD_DAY, [this.today()]);
    if (term?.closedAt) throw new TermClosed();
  }

  private setClosed(id: string, closed: boolean): Promise<TermDto> {
    return this.db.transaction(async () => {
      const term = await this.lock(id);
      if (closed && term.closedAt) throw new TermClosed();
      if (!closed && !term.closedAt) throw new TermOpen();
      await this.db.execute(SET_CLOSED, [id, closed]);
      await this.audit.record({ action: `school.term-${closed ? 'closed' : 'reopened'}`, target: `term:${id}` });
      if (closed) await this.events.emit(new SchoolTermClosed(id));
      return toTermDto(await this.lock(id));
    });
  }

  private async lock(id: string): Promise<SchoolTerm> {
    const [row] = await this.db.query<SchoolTerm>(LOCK, [id]);
    if (!row) throw new TermNotFound();
    return row;
  }
}

type Named = Pick<CreateTermInput, 'name' | 'schoolYear' | 'startsOn' | 'endsOn'>;

const wire = ({ name, schoolYear = null, startsOn, endsOn }: Named) => {
  return { name, school_year: schoolYear, starts_on: startsOn, ends_on: endsOn };
};

/** @throws Validation for a term that ends before it starts */
function needOrder({ startsOn, endsOn }: Pick<SchoolTerm, 'startsOn' | 'endsOn'>): void {
  if (startsOn <= endsOn) return;
  throw new Validation({ errors: [{ field: 'ends_on', code: 'order', message: 'must not be before starts_on' }] });
}
