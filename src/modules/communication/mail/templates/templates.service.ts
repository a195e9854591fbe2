import { Injectable } from '@nestjs/common';
import { Audit } from '../../../../core/data/audit';
import { Conditions, Database, defineLock, statement } from '../../../../core/data/database';
import { Validation } from '../../../../core/kernel/errors';
import { newId } from '../../../../core/kernel/runtime';
import type { Locale } from '../../../../core/kernel/text';
import type { Principal } from '../../../../core/web/access';
import { orderById, Page, pageOf, PageQuery } from '../../../../core/web/dto';
import { MailTemplates } from '../letters/mail-templates';
import { TemplateNotFound, TemplateTaken } from '../mail.errors';
import { BUILT_IN } from './built-in';
import type {
  CreateTemplateInput,
  PreviewTemplateInput,
  PublishTemplateInput,
  TemplatePreviewDto,
  TemplateVersionDto,
  TemplateVersionInput,
} from './dto/mail-template.dto';
import type { RenderedTemplate, TemplateSource } from './render';
import { TemplateRenderer } from './template-renderer';

const ORDER = orderById<TemplateVersionDto>();
/** Of one template at a time, so that versions have no gap and no double. */
const OF_KEY = defineLock('mail.template');
const COLUMNS = `id, key, locale, version, subject, html, text, creator_id AS "creatorId", created_at AS "createdAt", published_at AS "publishedAt"`;
const INSERT = statement(
  'mail-templates.insert',
  `INSERT INTO mail_template_versions (id, key, locale, version, subject, html, text, creator_id)
   SELECT $1::uuid, $2::text, $3::text, coalesce(max(version), 0) + 1, $4::text, $5::text, $6::text, $7::uuid
   FROM mail_template_versions WHERE key = $2::text AND locale = $3::text RETURNING ${COLUMNS}`,
);
const HAS_KEY = statement('mail-templates.has', 'SELECT 1 FROM mail_template_versions WHERE key = $1 LIMIT 1');
const PUBLISH = statement(
  'mail-templates.publish',
  `UPDATE mail_template_versions SET published_at = clock_timestamp() WHERE key = $1 AND locale = $2 AND version = $3 RETURNING ${COLUMNS}`,
);
const NEWEST = statement(
  'mail-templates.newest',
  `SELECT ${COLUMNS} FROM mail_template_versions WHERE key = $1 AND locale = $2 AND ($3::int IS NULL OR version = $3) ORDER BY version DESC LIMIT 1`,
);
const PUBLISHED = statement(
  'mail-templates.published',
  `SELECT ${COLUMNS} FROM mail_template_versions WHERE key = $1 AND published_at IS NOT NULL
   ORDER BY locale = $2 DESC, locale = 'en' DESC, published_at DESC LIMIT 1`,
);

type Row = TemplateVersionDto & Record<string, unknown>;

/** A template as it is sent: its own version, or 0 for one that is there from the start. */
export interface PublishedTemplate {
  readonly source: TemplateSource;
  readonly version: number;
}

/** Templates in versions that never change. The letters of the application are code, and none of these. */
@Injectable()
export class TemplatesService {
  constructor(
    private readonly db: Database,
    private readonly letters: MailTemplates,
    private readonly renderer: TemplateRenderer,
    private readonly audit: Audit,
  ) {}

  /** All versions, the newest first. @param key of one template alone @throws Validation for a broken cursor, TemplateNotFound */
  async list({ cursor, limit }: PageQuery, key?: string): Promise<Page<TemplateVersionDto>> {
    if (key !== undefined) await this.assertKnown(key);
    const query = new Conditions().andIf('key', 'key = ?::text', key);
    ORDER.continue(query, cursor);
    const text = `SELECT ${COLUMNS} FROM mail_template_versions WHERE ${query.where} ORDER BY ${ORDER.order} LIMIT ${query.bind(limit + 1, 'int')}`;
    const rows = await this.db.query<Row>(query.statement('mail-templates.page', text));
    return pageOf(rows, limit, (row) => row, ORDER.cursorOf);
  }

  /** The first version. @throws TemplateTaken, TemplateInvalid, Validation for the name of a letter of the application */
  create(user: Principal, { key, ...input }: CreateTemplateInput): Promise<TemplateVersionDto> {
    if (this.letters.has(key)) {
      throw new Validation({ errors: [{ field: 'key', code: 'reserved', message: 'is a letter of the application' }] });
    }
    return this.write(user, key, input, true);
  }

  /** One more version, also in another language. @throws TemplateNotFound, TemplateInvalid */
  addVersion(user: Principal, key: string, input: TemplateVersionInput): Promise<TemplateVersionDto> {
    return this.write(user, key, input, false);
  }

  /** From now on this version is sent, be it an older one. @throws TemplateNotFound */
  publish(key: string, { locale, version }: PublishTemplateInput): Promise<TemplateVersionDto> {
    return this.db.transaction(async () => {
      const [row] = await this.db.query<Row>(PUBLISH, [key, locale, version]);
      if (!row) throw new TemplateNotFound();
      await this.audit.record({
        action: 'mail.template-published',
        target: `mail-template:${key}`,
        facts: { locale, version },
      });
      return row;
    });
  }

  /** As it would look, with what the data lacks. @throws TemplateNotFound, TemplateInvalid */
  async preview(key: string, { locale, version, data = {} }: PreviewTemplateInput): Promise<TemplatePreviewDto> {
    const [row] = await this.db.query<Row>(NEWEST, [key, locale, version ?? null]);
    const source = row ?? (version === undefined ? builtIn(key, locale) : null);
    if (!source) throw new TemplateNotFound();
    const { subject, text, html, missing } = await this.renderer.preview(source, data);
    return { subject, text, html, missing: [...missing] };
  }

  /** What is sent under this key, in this language or else in English. @throws TemplateNotFound also for a letter of the application */
  async published(key: string, locale: Locale): Promise<PublishedTemplate> {
    const [row] = await this.db.query<Row>(PUBLISHED, [key, locale]);
    if (row && (row.locale === locale || !builtIn(key, locale))) return { source: row, version: row.version };
    const source = builtIn(key, locale);
    if (!source) throw new TemplateNotFound();
    return { source, version: 0 };
  }

  private async write(
    user: Principal,
    key: string,
    { locale, subject, html, text = undefined }: TemplateVersionInput,
    isNew: boolean,
  ): Promise<TemplateVersionDto> {
    await this.assertReadable({ subject, html, text: text ?? null });
    return this.db.transaction(async () => {
      await OF_KEY.acquire(this.db, key);
      const isKnown = (await this.db.query(HAS_KEY, [key])).length > 0;
      if (isNew && isKnown) throw new TemplateTaken();
      if (!isNew && !isKnown && !builtIn(key, locale)) throw new TemplateNotFound();
      const values = [newId(), key, locale, subject, html, text ?? null, user.userId];
      const [row] = await this.db.query<Row>(INSERT, values);
      const facts = { locale, version: row.version };
      await this.audit.record({ action: 'mail.template-written', target: `mail-template:${key}`, facts });
      return row;
    });
  }

  /** A template that nobody could render is refused when it is written. */
  private async assertReadable(source: TemplateSource): Promise<RenderedTemplate> {
    return this.renderer.preview(source, {});
  }

  private async assertKnown(key: string): Promise<void> {
    if (key in BUILT_IN) return;
    if ((await this.db.query(HAS_KEY, [key])).length === 0) throw new TemplateNotFound();
  }
}

const builtIn = (key: string, locale: Locale): TemplateSource | null =>
  Object.hasOwn(BUILT_IN, key) ? BUILT_IN[key][locale] : null;
