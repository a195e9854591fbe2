import type { Locale } from '../../../../core/kernel/text';
import { MAX_LOOKUPS, readSpf } from './spf';
import type { MailDomainCheckDto } from './dto/mail-domain.dto';

/** Where the DNS is asked. */
export interface Lookup {
  txt(name: string): Promise<string[]>;
  mx(name: string): Promise<string[]>;
}

/** A key that the DNS is to show. */
export interface ShownKey {
  readonly selector: string;
  readonly algorithm: string;
  readonly publicKey: string;
}

type Check = MailDomainCheckDto['check'];
type Result = Omit<MailDomainCheckDto, 'check' | 'fix'> & { readonly fix?: Record<Locale, string> };

const SILENT: Record<Locale, string> = {
  en: 'The DNS gave no answer. Try again in a while.',
  es: 'El DNS no respondió. Inténtalo de nuevo dentro de un rato.',
};

/** The value of a record that shows a key. */
export const dkimRecord = ({ algorithm, publicKey }: Pick<ShownKey, 'algorithm' | 'publicKey'>): string =>
  `v=DKIM1; k=${algorithm}; p=${publicKey}`;

export const dkimName = (selector: string, domain: string): string => `${selector}._domainkey.${domain}`;

/** Whether a text of the DNS shows this key (RFC 6376 section 3.6.1). */
export function showsKey(texts: readonly string[], { algorithm, publicKey }: ShownKey): boolean {
  return texts.some((text) => {
    const tags = tagsOf(text);
    return (tags.get('k') ?? 'rsa') === algorithm && tags.get('p')?.replace(/\s/g, '') === publicKey;
  });
}

/** Compares what the DNS shows of a domain with what its mails need. */
export async function checkDomain(
  domain: string,
  keys: readonly ShownKey[],
  dns: Lookup,
  locale: Locale,
): Promise<MailDomainCheckDto[]> {
  const run = async (check: Check, expected: string, work: () => Promise<Result>): Promise<MailDomainCheckDto> => {
    const silent = { expected, found: null, verdict: 'unknown', fix: SILENT };
    const { fix, ...rest } = await work().catch((): Result => silent);
    return { check, ...rest, fix: fix?.[locale] ?? null };
  };
  return Promise.all([
    run('spf', 'v=spf1 … ~all', () => spf(domain, dns)),
    run('dkim', keys.map(dkimRecord).join('\n'), () => dkim(domain, keys, dns)),
    run('dmarc', 'v=DMARC1; p=…', () => dmarc(domain, dns)),
    run('mx', 'MX', () => mx(domain, dns)),
    run('mta_sts', 'v=STSv1; id=…', () => policy(`_mta-sts.${domain}`, 'v=STSv1; id=…', /^v=STSv1;.*\bid=/i, dns)),
    run('tls_rpt', 'v=TLSRPTv1; rua=…', () =>
      policy(`_smtp._tls.${domain}`, 'v=TLSRPTv1; rua=…', /^v=TLSRPTv1;.*\brua=/i, dns),
    ),
  ]);
}

async function spf(domain: string, dns: Lookup): Promise<Result> {
  const expected = `v=spf1 … ~all`;
  const { record, count, lookups, all } = await readSpf(domain, (name) => dns.txt(name));
  const found = record === null ? null : `${record} (${lookups > MAX_LOOKUPS ? `> ${MAX_LOOKUPS}` : lookups})`;
  if (record === null) {
    const fix = {
      en: `Add a TXT record to ${domain} that names your mail server.`,
      es: `Añade a ${domain} un registro TXT que nombre tu servidor de correo.`,
    };
    return { expected, found, verdict: 'bad', fix };
  }
  if (count > 1) {
    return {
      expected,
      found,
      verdict: 'bad',
      fix: { en: 'Keep one record that begins with v=spf1.', es: 'Deja un solo registro que empiece por v=spf1.' },
    };
  }
  if (lookups > MAX_LOOKUPS) {
    const fix = {
      en: `Include less: a policy may cost ${MAX_LOOKUPS} look-ups.`,
      es: `Incluye menos: una política puede costar ${MAX_LOOKUPS} consultas.`,
    };
    return { expected, found, verdict: 'bad', fix };
  }
  if (all === '+' || all === null) {
    return {
      expected,
      found,
      verdict: 'warning',
      fix: { en: 'End it with ~all or -all.', es: 'Termínalo con ~all o -all.' },
    };
  }
  return { expected, found, verdict: 'good' };
}

async function dkim(domain: string, keys: readonly ShownKey[], dns: Lookup): Promise<Result> {
  const expected = keys
    .map((key) => `${dkimName(key.selector, domain)} ${dkimRecord(key)}`)
    .join('\n')
    .slice(0, 1000);
  const shown = await Promise.all(
    keys.map(async (key) => ({ key, texts: await dns.txt(dkimName(key.selector, domain)) })),
  );
  const missing = shown.filter(({ key, texts }) => !showsKey(texts, key)).map(({ key }) => key.selector);
  const found = shown.flatMap(({ texts }) => texts).join('\n') || null;
  if (missing.length === 0) return { expected, found, verdict: 'good' };
  const names = missing.map((selector) => dkimName(selector, domain)).join(', ');
  const fix = { en: `Add the TXT records ${names}.`, es: `Añade los registros TXT ${names}.` };
  return { expected, found, verdict: missing.length === keys.length ? 'bad' : 'warning', fix };
}

async function dmarc(domain: string, dns: Lookup): Promise<Result> {
  const expected = 'v=DMARC1; p=quarantine';
  const records = (await dns.txt(`_dmarc.${domain}`)).filter((one) => /^v=DMARC1(?=\s*;|$)/i.test(one));
  const found = records[0] ?? null;
  const fix = { en: `Add one TXT record to _dmarc.${domain}.`, es: `Añade un registro TXT a _dmarc.${domain}.` };
  if (records.length !== 1 || !/^(none|quarantine|reject)$/i.test(tagsOf(found ?? '').get('p') ?? '')) {
    return { expected, found, verdict: 'bad', fix };
  }
  if (tagsOf(records[0]).get('p')?.toLowerCase() === 'none') {
    const raise = {
      en: 'Raise p=none to quarantine once the reports are good.',
      es: 'Sube p=none a quarantine cuando los informes sean buenos.',
    };
    return { expected, found, verdict: 'warning', fix: raise };
  }
  return { expected, found, verdict: 'good' };
}

async function mx(domain: string, dns: Lookup): Promise<Result> {
  const servers = await dns.mx(domain);
  const found = servers.join(', ') || null;
  if (servers.length > 0) return { expected: 'MX', found, verdict: 'good' };
  const fix = {
    en: `Add an MX record to ${domain}, so that reports and answers arrive.`,
    es: `Añade a ${domain} un registro MX para que lleguen informes y respuestas.`,
  };
  return { expected: 'MX', found, verdict: 'bad', fix };
}

async function policy(name: string, expected: string, pattern: RegExp, dns: Lookup): Promise<Result> {
  const found = (await dns.txt(name)).find((one) => pattern.test(one)) ?? null;
  if (found !== null) return { expected, found, verdict: 'good' };
  return {
    expected,
    found,
    verdict: 'warning',
    fix: { en: `Add a TXT record to ${name}.`, es: `Añade un registro TXT a ${name}.` },
  };
}

function tagsOf(text: string): Map<string, string> {
  return new Map(
    text.split(';').flatMap((part) => {
      const at = part.indexOf('=');
      return at < 0 ? [] : [[part.slice(0, at).trim().toLowerCase(), part.slice(at + 1).trim()] as const];
    }),
  );
}
