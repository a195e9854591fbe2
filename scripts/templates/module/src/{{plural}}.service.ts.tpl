import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '../../../core/data/audit';
import { Database, statement } from '../../../core/data/database';
import { Events } from '../../../core/data/events';
import { Config, CONFIG, settingsOf } from '../../../core/kernel/config';
import { isId, newId } from '../../../core/kernel/runtime';
import type { Principal } from '../../../core/web/access';
import { decodeCursor, encodeCursor, Page, pageOf, PageQuery } from '../../../core/web/dto';
import { Create{{Singular}}Input, {{Singular}}Dto, to{{Singular}}Dto } from './dto/{{singular}}.dto';
import { {{Singular}} } from './entities/{{singular}}.entity';
import { {{Singular}}NotFound, {{Singular}}TitleTooLong } from './{{plural}}.errors';
import { {{Singular}}Created } from './{{plural}}.events';
import { {{pluralCamel}}Settings } from './{{plural}}.settings';

const COLUMNS = `id, title, checked_at AS "checkedAt", created_at AS "createdAt", updated_at AS "updatedAt"`;
const BY_ID = statement('{{plural}}.by-id', `SELECT ${COLUMNS} FROM {{table}} WHERE id = $1`);
const PAGE = statement(
  '{{plural}}.page',
  `SELECT ${COLUMNS} FROM {{table}} WHERE $1::uuid IS NULL OR id < $1 ORDER BY id DESC LIMIT $2`,
);

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
    const [after] = query.cursor ? decodeCursor(query.cursor, 'id', [isUuid]) : [null];
    const rows = await this.db.query<{{Singular}}>(PAGE, [after, query.limit + 1]);
    return pageOf(rows, query.limit, to{{Singular}}Dto, ({ id }) => encodeCursor('id', [id]));
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

const isUuid = (value: unknown): boolean => typeof value === 'string' && isId(value);
