import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../../../core/data/audit';
import { Conditions, Database, onConstraint, statement } from '../../../../core/data/database';
import { localeOfCaller } from '../../../../core/kernel/context/context';
import { newId } from '../../../../core/kernel/runtime';
import type { Principal } from '../../../../core/web/access';
import { orderById, Page, pageOf, PageQuery } from '../../../../core/web/dto';
import { newKey } from '../dkim/dkim-keys';
import { MailDomainNotFound, MailDomainTaken } from '../mail.errors';
import { MailVault } from '../messages/mail-vault';
import { Dns } from './dns';
import { checkDomain, dkimName, dkimRecord, showsKey, ShownKey } from './domain-checks';
import { CreateMailDomainInput, MailDomainDto, MailDomainReportDto } from './dto/mail-domain.dto';
import { KEY_ALGORITHMS, KeyAlgorithm } from './entities/mail-domain-key.entity';

interface KeyRow extends ShownKey {
  readonly id: string;
  /** Text, from JSON. */
  readonly activatedAt: string | null;
}

interface DomainRow extends Record<string, unknown> {
  readonly id: string;
  readonly domain: string;
  readonly createdAt: Date;
  readonly keys: readonly KeyRow[];
}

/** An instance may not know of a key for two seconds. */
const ACTIVE_IN = `now() + interval '10 seconds'`;
const ORDER = orderById<DomainRow>('-id', 'd.id');
const COLUMNS = `d.id, d.domain, d.created_at AS "createdAt", coalesce((SELECT json_agg(json_build_object('id', k.id, 'selector', k.selector,
  'algorithm', k.algorithm, 'publicKey', k.public_key, 'activatedAt', k.activated_at) ORDER BY k.id DESC)
  FROM mail_domain_keys k WHERE k.domain_id = d.id), '[]') AS keys`;
const BY_ID = statement('mail-domains.by-id', `SELECT ${COLUMNS} FROM mail_domains d WHERE d.id = $1`);
const WITH_PENDING = statement(
  'mail-domains.with-pending',
  `SELECT ${COLUMNS} FROM mail_domains d WHERE EXISTS (SELECT FROM mail_domain_keys k WHERE k.domain_id = d.id AND k.activated_at IS NULL)
   ORDER BY d.id LIMIT 20`,
);
const INSERT = statement(
  'mail-domains.insert',
  'INSERT INTO mail_domains (id, domain, creator_id) VALUES ($1, $2, $3)',
);
const INSERT_KEY = statement(
  'mail-domain-keys.insert',
  `INSERT INTO mail_domain_keys (id, domain_id, algorithm, selector, private_key, public_key) VALUES ($1, $2, $3, $4, $5, $6)`,
);
const ACTIVATE = statement(
  'mail-domain-keys.activate',
  `UPDATE mail_domain_keys SET activated_at = ${ACTIVE_IN} WHERE id = ANY ($1::uuid[]) AND activated_at IS NULL`,
);
const REMOVE = statement('mail-domains.remove', 'DELETE FROM mail_domains WHERE id = $1');

/** Domains whose mails we sign, with their keys and what the DNS shows of them. */
@Injectable()
export class DomainsService {
  constructor(
    private readonly db: Database,
    private readonly dns: Dns,
    private readonly vault: MailVault,
    private readonly audit: Audit,
  ) {}

  /** The newest first. @throws Validation for a broken cursor */
  async list({ cursor, limit }: PageQuery): Promise<Page<MailDomainDto>> {
    const query = new Conditions();
    ORDER.continue(query, cursor);
    const text = `SELECT ${COLUMNS} FROM mail_domains d WHERE ${query.where} ORDER BY ${ORDER.order} LIMIT ${query.bind(limit + 1, 'int')}`;
    const rows = await this.db.query<DomainRow>(query.statement('mail-domains.page', text));
    return pageOf(rows, limit, toDto, ORDER.cursorOf);
  }

  /** @throws MailDomainNotFound */
  async byId(id: string): Promise<MailDomainDto> {
    return toDto(await this.row(id));
  }

  /** With a key of each algorithm. @throws MailDomainTaken */
  async create({ userId }: Principal, { domain }: CreateMailDomainInput): Promise<MailDomainDto> {
    const id = newId();
    const keys = await newKeys();
    return this.db.transaction(async () => {
      await this.db
        .execute(INSERT, [id, domain, userId])
        .catch(onConstraint('uq_mail_domains_domain', MailDomainTaken));
      await this.addKeys(id, keys);
      await this.audit.record({ action: 'mail.domain-added', target: `mail-domain:${id}`, facts: { domain } });
      return this.byId(id);
    });
  }

  /** New keys, which sign once the DNS shows them; until then those before go on. @throws MailDomainNotFound */
  async rotate(id: string): Promise<MailDomainDto> {
    const keys = await newKeys();
    return this.db.transaction(async () => {
      const { domain } = await this.row(id);
      await this.addKeys(id, keys);
      await this.audit.record({ action: 'mail.domain-rotated', target: `mail-domain:${id}`, facts: { domain } });
      return this.byId(id);
    });
  }

  /** Asks the DNS, and lets keys sign that it shows. @throws MailDomainNotFound */
  async check(id: string): Promise<MailDomainReportDto> {
    const row = await this.row(id);
    await this.activate(row);
    return {
      domain: row.domain,
      checks: await checkDomain(row.domain, newestOf(row.keys), this.dns, localeOfCaller()),
    };
  }

  /** @throws MailDomainNotFound */
  remove(id: string): Promise<void> {
    return this.db.transaction(async () => {
      if ((await this.db.execute(REMOVE, [id])) === 0) throw new MailDomainNotFound();
      await this.audit.record({ action: 'mail.domain-removed', target: `mail-domain:${id}` });
    });
  }

  /** Looks for keys that do not sign yet. */
  async activatePending(): Promise<{ removed: number; more: boolean }> {
    for (const row of await this.db.query<DomainRow>(WITH_PENDING)) await this.activate(row).catch(() => undefined);
    return { removed: 0, more: false };
  }

  private async activate({ domain, keys }: DomainRow): Promise<void> {
    const shown: string[] = [];
    for (const key of keys.filter(({ activatedAt }) => activatedAt === null)) {
      const texts = await this.dns.txt(dkimName(key.selector, domain)).catch(() => []);
      if (showsKey(texts, key)) shown.push(key.id);
    }
    if (shown.length > 0) await this.db.execute(ACTIVATE, [shown]);
  }

  private async addKeys(domainId: string, keys: Awaited<ReturnType<typeof newKeys>>): Promise<void> {
    const stem = randomBytes(4).toString('hex');
    for (const { algorithm, pem, publicKey } of keys) {
      const values = [newId(), domainId, algorithm, `${stem}-${algorithm}`, this.vault.seal(pem), publicKey];
      await this.db.execute(INSERT_KEY, values);
    }
  }

  private async row(id: string): Promise<DomainRow> {
    const [row] = await this.db.query<DomainRow>(BY_ID, [id]);
    if (!row) throw new MailDomainNotFound();
    return row;
  }
}

/** Made before any transaction: RSA takes its time. */
const newKeys = (): Promise<{ algorithm: KeyAlgorithm; pem: string; publicKey: string }[]> =>
  Promise.all(KEY_ALGORITHMS.map(async (algorithm) => ({ algorithm, ...(await newKey(algorithm)) })));

/** Of each algorithm. */
const newestOf = (keys: readonly KeyRow[]): KeyRow[] =>
  KEY_ALGORITHMS.flatMap((algorithm) => keys.find((key) => key.algorithm === algorithm) ?? []);

function toDto({ id, domain, createdAt, keys }: DomainRow): MailDomainDto {
  const records = newestOf(keys).map((key) => ({
    type: 'TXT',
    name: dkimName(key.selector, domain),
    value: dkimRecord(key),
  }));
  return {
    ...{ id, domain, createdAt, records },
    keys: keys.map(({ selector, algorithm, activatedAt }) => ({
      ...{ selector, algorithm },
      activatedAt: activatedAt === null ? null : new Date(activatedAt),
    })),
  };
}
