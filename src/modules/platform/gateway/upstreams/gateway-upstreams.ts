import { readFileSync } from 'node:fs';
import { Ajv, ErrorObject } from 'ajv';
import addFormats from 'ajv-formats';
import { FieldProblem } from '../../../../core/kernel/config/fields';
import { GATEWAY_SCHEMA } from './gateway-schema';

export interface GatewayTarget {
  readonly url: string;
  readonly weight: number;
}

/** What is different below one path of an upstream. */
export interface GatewayRoute {
  /** `/reports/{id}`, `/reports/*`: one segment, or all below. */
  readonly path: string;
  readonly methods?: readonly string[];
  readonly access?: string;
  readonly limit?: string;
  readonly first_byte_ms?: number;
  readonly whole_ms?: number;
  /** JSON Schema of the body. */
  readonly schema?: object;
}

/** Another upstream, or an answer of our own. */
export type GatewayFallback =
  | { readonly upstream: string }
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: unknown };

/** One upstream as the operator has written it, completed with the defaults; times in ms, 0 for none. */
export interface GatewayUpstream {
  readonly name: string;
  readonly targets: readonly GatewayTarget[];
  readonly balance: 'round_robin' | 'weighted' | 'least_pending';
  /** `signed_in`, `public`, or the permission that is needed. */
  readonly access: string;
  readonly limit?: string;
  /** Whether paths with `%2F` go on, as they came. */
  readonly encoded_slashes: boolean;
  readonly max_body_bytes?: number;
  readonly max_pending: number;
  readonly slow_start_ms: number;
  readonly forward: {
    readonly authorization: boolean;
    readonly cookies: boolean;
    /** `target`, `preserve`, or a host. */
    readonly host: string;
    readonly headers: Readonly<Record<string, string>>;
  };
  readonly timeouts: {
    readonly connect_ms: number;
    readonly first_byte_ms: number;
    readonly silence_ms: number;
    readonly whole_ms: number;
  };
  readonly retries: { readonly times: number; readonly budget: number; readonly backoff_ms: number };
  readonly breaker: {
    readonly failures: number;
    readonly share: number;
    readonly least: number;
    readonly slow_ms?: number;
    readonly open_ms: number;
    readonly max_open_ms: number;
  };
  readonly health?: {
    readonly path: string;
    readonly every_ms: number;
    readonly timeout_ms: number;
    readonly ill_after: number;
    readonly well_after: number;
  };
  readonly fallback?: GatewayFallback;
  readonly routes: readonly GatewayRoute[];
}

/** Access that asks for no permission of its own. */
export const PLAIN_ACCESS: readonly string[] = ['public', 'signed_in'];

/** Checks JSON of upstreams and of bodies; refuses schemas it does not understand. */
export function makeAjv(options: { readonly fillDefaults: boolean }): Ajv {
  const ajv = new Ajv({ strict: true, allErrors: !options.fillDefaults, useDefaults: options.fillDefaults });
  (addFormats as unknown as { default(to: Ajv): void }).default(ajv); // its types say less than it is
  return ajv;
}

const isUpstreams = makeAjv({ fillDefaults: true }).compile<GatewayUpstream[]>(GATEWAY_SCHEMA);

/** Reads a JSON list of upstreams, or the file that holds it. @throws FieldProblem naming the place, never what stands there */
export function parseGatewayUpstreams(value: string): readonly GatewayUpstream[] {
  if (value === '') return [];
  const upstreams = readJson(/^\s*\[/.test(value) ? value : readFile(value));
  if (!isUpstreams(upstreams)) throw new FieldProblem(`is wrong at ${wordsOf(isUpstreams.errors?.[0])}`);
  const names = new Set(upstreams.map(({ name }) => name));
  if (names.size !== upstreams.length) throw new FieldProblem('must give each upstream a name of its own');
  upstreams.forEach((upstream, index) => check(upstream, names, `[${index}]`));
  return deepFreeze(upstreams);
}

function readFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new FieldProblem('must be a JSON list of upstreams, or a file that can be read');
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new FieldProblem('must be a JSON list of upstreams'); // what the parser says quotes the value
  }
}

function check({ name, targets, fallback, routes }: GatewayUpstream, names: ReadonlySet<string>, at: string): void {
  targets.forEach(({ url }, index) => {
    const place = `${at}.targets[${index}].url`;
    if (!URL.canParse(url)) throw new FieldProblem(`is wrong at ${place}: must be a URL`);
    const { username, password, search, hash } = new URL(url);
    if (username || password || search || hash) {
      throw new FieldProblem(`is wrong at ${place}: must have neither user, query nor fragment`);
    }
  });
  if (fallback && 'upstream' in fallback && (fallback.upstream === name || !names.has(fallback.upstream))) {
    throw new FieldProblem(`is wrong at ${at}.fallback.upstream: must be another upstream`);
  }
  routes.forEach(({ schema }, index) => {
    if (schema && !isGoodSchema(schema)) {
      throw new FieldProblem(`is wrong at ${at}.routes[${index}].schema: must be a JSON Schema (draft 7)`);
    }
  });
}

function isGoodSchema(schema: object): boolean {
  try {
    makeAjv({ fillDefaults: false }).compile(schema);
    return true;
  } catch {
    return false; // what it says may quote the schema
  }
}

/** `[0].targets[1].url: must match the pattern`, without values and without the names of unknown members. */
function wordsOf(error: ErrorObject | undefined): string {
  if (!error) return 'the top';
  const place = error.instancePath.replace(/\/(\d+)/g, '[$1]').replace(/\//g, '.').replace(/^\./, '') || 'the top'; // prettier-ignore
  const { keyword, params } = error;
  if (keyword === 'pattern' || keyword === 'propertyNames') return `${place}: has the wrong form`;
  if (keyword === 'required') return `${place}: lacks ${String(params.missingProperty)}`;
  if (keyword === 'additionalProperties') return `${place}: has a member that is not known`;
  return `${place}: ${error.message ?? keyword}`;
}

function deepFreeze<T>(value: T): T {
  if (value !== null && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
