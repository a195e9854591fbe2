import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '../../../core/data/audit';
import { Conditions, Database, statement } from '../../../core/data/database';
import { Events } from '../../../core/data/events';
import { Config, CONFIG, settingsOf } from '../../../core/kernel/config';
import { newId } from '../../../core/kernel/runtime';
import type { Principal } from '../../../core/web/access';
import { orderById, Page, pageOf, PageQuery } from '../../../core/web/dto';
import { Create{{Singular}}Input, {{Singular}}Dto, to{{Singular}}Dto } from './dto/{{singular}}.dto';
import { {{Singular}} } from './entities/{{singular}}.entity';
import { {{Singular}}NotFound, {{Singular}}TitleTooLong } from './{{plural}}.errors';
import { {{Singular}}Created } from './{{plural}}.events';
import { {{pluralCamel}}Settings } from './{{plural}}.settings';

const COLUMNS = `id, title, checked_at AS "checkedAt", created_at AS "createdAt", updated_at AS "updatedAt"`;
const BY_ID = statement('{{plural}}.by-id', `SELECT ${COLUMNS} FROM {{table}} WHERE id = $1`);
/** The newest first: ids are made in the order of time. */
const ORDER = orderById<{{Singular}}>();

@Injectable()
export class {{Plural}}Service {
  private readonly titleMax: number;

  constructor(
    private readonly db: Database,
    private readonly events: Events,
    private readonly audit: Audit,
    @Inject(CONFIG) config: Config,
  ) {
    this.titleMax = settingsOf(config, {{pluralCamel}}Settings).titleMax;
  }

  /** The newest first. @throws Validation for a broken cursor */
  async list(query: PageQuery): Promise<Page<{{Singular}}Dto>> {
    const conditions = new Conditions();
    ORDER.continue(conditions, query.cursor);
    const end = `ORDER BY ${ORDER.order} LIMIT ${conditions.bind(query.limit + 1, 'int')}`;
    const text = `SELECT ${COLUMNS} FROM {{table}} WHERE ${conditions.where} ${end}`;
    const rows = await this.db.query<{{Singular}}>(conditions.statement('{{plural}}.page', text));
    return pageOf(rows, query.limit, to{{Singular}}Dto, ORDER.cursorOf);
  }

  /** @throws {{Singular}}NotFound */
  async byId(id: string): Promise<{{Singular}}Dto> {
    const [row] = await this.db.query<{{Singular}}>(BY_ID, [id]);
    if (!row) throw new {{Singular}}NotFound();
    return to{{Singular}}Dto(row);
  }

  /** @throws {{Singular}}TitleTooLong */
  async create(user: Principal, { title }: Create{{Singular}}Input): Promise<{{Singular}}Dto> {
    if (title.length > this.titleMax) throw new {{Singular}}TitleTooLong({ max: this.titleMax });
    return this.db.transaction(async () => {
      const row = this.db.repo({{Singular}}).create({ id: newId(), title, checkedAt: null });
      await this.db.repo({{Singular}}).insert(row);
      await this.audit.record({ action: '{{plural}}.created', target: `{{singular}}:${row.id}`, facts: {} });
      await this.events.emit(new {{Singular}}Created(row.id, user.userId));
      return to{{Singular}}Dto(row);
    });
  }
}
