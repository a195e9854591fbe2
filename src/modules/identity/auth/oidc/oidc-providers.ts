import { FieldProblem } from '../../../../core/kernel/config/fields';

/** An OpenID Connect provider that people may log in through. */
export interface OidcProviderConfig {
  /** Part of addresses, and what its identities are kept under. */
  readonly name: string;
  /** What a person reads on the login page. */
  readonly label: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Separated by spaces; `openid` among them. */
  readonly scopes: string;
}

/** Those whose issuer everybody knows. */
const KNOWN: Readonly<Record<string, { issuer: string; label: string }>> = {
  google: { issuer: 'https://accounts.google.com', label: 'Google' },
};
const MEMBERS = new Set(['name', 'label', 'issuer', 'client_id', 'client_secret', 'scopes']);
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Reads a JSON list of `{name, label?, issuer?, client_id, client_secret, scopes?}`. @throws FieldProblem */
export function parseOidcProviders(value: string): readonly OidcProviderConfig[] {
  if (value === '') return [];
  const list = listOf(value);
  const providers = list.map((one, index) => readProvider(one, `entry ${index + 1}`));
  if (new Set(providers.map(({ name }) => name)).size !== providers.length) {
    throw new FieldProblem('must give each provider a name of its own');
  }
  return providers;
}

/** Whether what is said to this issuer can be read on the way; only loopback may be reached so, and not in production. */
export function isPlainHttp({ issuer }: OidcProviderConfig): boolean {
  return issuer.startsWith('http:');
}

function listOf(value: string): unknown[] {
  try {
    const list: unknown = JSON.parse(value);
    if (Array.isArray(list)) return list;
  } catch {
    // Falls through: what the parser says quotes the value.
  }
  throw new FieldProblem('must be a JSON list of providers');
}

function readProvider(entry: unknown, where: string): OidcProviderConfig {
  if (entry === null || typeof entry !== 'object' || Object.keys(entry).some((member) => !MEMBERS.has(member))) {
    throw new FieldProblem(`must have only ${[...MEMBERS].join(', ')} in ${where}`);
  }
  const given = entry as Record<string, unknown>;
  const need = (member: string, pattern: RegExp, fallback?: string): string => {
    const text = given[member] ?? fallback;
    if (typeof text === 'string' && pattern.test(text)) return text;
    throw new FieldProblem(`must have a good ${member} in ${where}`);
  };
  const name = need('name', /^[a-z][a-z0-9-]{0,30}$/);
  const known = Object.hasOwn(KNOWN, name) ? KNOWN[name] : undefined;
  const issuer = need('issuer', /^https?:\/\/[^\s?#]+$/, known?.issuer);
  if (!isAllowed(issuer)) throw new FieldProblem(`must have an https issuer in ${where}`);
  return {
    name,
    label: need('label', /^[^\p{Cc}]{1,100}$/u, known?.label ?? name),
    issuer,
    clientId: need('client_id', /^[\x21-\x7e]{1,500}$/),
    clientSecret: need('client_secret', /^[\x21-\x7e]{1,1000}$/),
    scopes: need('scopes', /^(?=(.* )?openid( |$))[\x21-\x7e]+( [\x21-\x7e]+)*$/, 'openid email profile'),
  };
}

function isAllowed(issuer: string): boolean {
  if (!URL.canParse(issuer)) return false;
  const { protocol, hostname, username, password } = new URL(issuer);
  if (username !== '' || password !== '') return false;
  return protocol === 'https:' || LOOPBACK.test(hostname);
}
