/** One environment variable: how it is read and how `.env.example` shows it. */
export interface EnvField<T> {
  readonly name: string;
  readonly doc: string;
  /** As text, the way it would stand in `.env.example`; undefined when there is none. */
  readonly fallback: string | undefined;
  readonly secret: boolean;
  /** Parses a non-empty text; throws a `FieldProblem` that never quotes the value. */
  readonly parse: (text: string) => T;
  /** What an absent or empty variable means. @param env NODE_ENV */
  readonly absent: (env: string) => T;
}

/** A variable that stops the start; the message names it and never quotes its value. */
export class ConfigError extends Error {}

/** What is wrong with one variable, said without its value. */
export class FieldProblem extends Error {}

/** Reads every field. An empty variable counts as absent. @throws ConfigError naming the first that is missing or malformed */
export function readFields(
  fields: Readonly<Record<string, EnvField<unknown>>>,
  env: Readonly<Record<string, string | undefined>>,
  mode?: string,
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(fields)) {
    const raw = env[field.name]?.trim() ?? '';
    try {
      values[key] = raw === '' ? field.absent(mode ?? String(values.env)) : field.parse(raw);
    } catch (error) {
      if (error instanceof FieldProblem) throw new ConfigError(`${field.name} ${error.message}`);
      throw error;
    }
  }
  return values;
}

interface Options<T> {
  doc: string;
  default?: T;
  secret?: boolean;
}

function field<T>(
  name: string,
  options: Options<T>,
  parse: (text: string) => T,
  show: (value: T) => string = String,
): EnvField<T> {
  const fallback = options.default === undefined ? undefined : show(options.default);
  return {
    name,
    doc: options.doc,
    fallback,
    secret: options.secret ?? false,
    parse,
    absent: () => {
      if (options.default === undefined) throw new FieldProblem('is required');
      return options.default;
    },
  };
}

export function text(name: string, options: Options<string> & { pattern?: RegExp; shape?: string }): EnvField<string> {
  return field(name, options, (value) => {
    if (options.pattern && !options.pattern.test(value)) throw new FieldProblem(`must be ${options.shape}`);
    return value;
  });
}

export function int(name: string, options: Options<number> & { min: number; max: number }): EnvField<number> {
  return field(name, options, (value) => {
    const number = Number(value);
    if (!/^-?\d+$/.test(value) || number < options.min || number > options.max) {
      throw new FieldProblem(`must be a whole number from ${options.min} to ${options.max}`);
    }
    return number;
  });
}

export function flag(name: string, options: Options<boolean>): EnvField<boolean> {
  return field(name, options, (value) => {
    if (/^(true|on|yes|1)$/i.test(value)) return true;
    if (/^(false|off|no|0)$/i.test(value)) return false;
    throw new FieldProblem('must be true or false');
  });
}

/** A flag that is on in production alone unless it is set. */
export function productionFlag(name: string, options: { doc: string }): EnvField<boolean> {
  return { ...flag(name, options), fallback: '', absent: (env) => env === 'production' };
}

export function choice<T extends string>(name: string, of: readonly T[], options: Options<T>): EnvField<T> {
  return field(name, options, (value) => {
    const found = of.find((one) => one === value);
    if (!found) throw new FieldProblem(`must be one of ${of.join(', ')}`);
    return found;
  });
}

export function list(name: string, options: Options<readonly string[]>): EnvField<readonly string[]> {
  return field(
    name,
    options,
    (value) =>
      value
        .split(',')
        .map((one) => one.trim())
        .filter(Boolean),
    (items) => items.join(','),
  );
}

export function url(name: string, protocols: readonly string[], options: Options<string>): EnvField<string> {
  return field(name, options, (value) => {
    if (!URL.canParse(value) || !protocols.includes(new URL(value).protocol)) {
      throw new FieldProblem(`must be a URL starting with ${protocols.map((one) => `${one}//`).join(' or ')}`);
    }
    return value;
  });
}

/** A field of a shape of its own, such as `300/minute,auth=10/minute`. */
export function parsed<T>(name: string, options: Options<string>, parse: (value: string) => T): EnvField<T> {
  const raw = text(name, options);
  return { ...raw, parse, absent: () => (raw.fallback === undefined ? parse('') : parse(raw.fallback)) };
}
