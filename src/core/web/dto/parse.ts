import type { Type } from '@nestjs/common';
import { validateSync, ValidationError } from 'class-validator';
import type { FieldIssue } from '../../kernel/errors';
import { Validation } from '../../kernel/errors/common.errors';
import { DtoMeta, dtoOf, FieldMeta, findDto } from './registry';

/** How the input came: `wire` is REST's JSON, `query` its query string (all text), `graphql` camelCase and typed. */
export type InputForm = 'wire' | 'query' | 'graphql';

const ISO_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** Few enough digits for a float to tell any two apart. */
const DECIMAL = /^-?\d{1,9}(\.\d{1,6})?$/;

/** Stands for a list where an object should be: the check would look into the list. */
const NO_OBJECT = 'list';

/**
 * A client's input as an instance of the DTO: names turned to camelCase, text of a query string to numbers, then checked.
 * @throws Validation naming every field that is unknown, missing or unacceptable, as the client wrote it
 */
export function parseInput<T extends object>(type: Type<T>, raw: unknown, form: InputForm): T {
  const issues: FieldIssue[] = [];
  const instance = convertObject(type, raw ?? {}, form, '', issues);
  if (instance instanceof type) {
    const found = validateSync(instance, {
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      stopAtFirstError: true,
      validationError: { target: false, value: false },
    });
    issues.push(...found.flatMap((error) => issuesOf(error, findDto(type), form, '')));
  } else {
    issues.push({ field: '', code: 'object', message: 'must be an object' });
  }
  if (issues.length > 0) throw new Validation({ errors: issues });
  return instance as T;
}

function convertObject(type: Type, raw: unknown, form: InputForm, path: string, issues: FieldIssue[]): unknown {
  if (Array.isArray(raw)) return NO_OBJECT;
  if (raw === null || typeof raw !== 'object') return raw;
  const meta = dtoOf(type);
  const instance = new type() as Record<string, unknown>;
  const names = form === 'graphql' ? meta.byProperty : meta.byWire;
  for (const [name, value] of Object.entries(raw)) {
    const field = names.get(name);
    if (field) instance[field.property] = convertField(field, value, form, join(path, name), issues);
    else issues.push({ field: join(path, name), code: 'unknown', message: 'there is no such field' });
  }
  return instance;
}

function convertField(field: FieldMeta, value: unknown, form: InputForm, path: string, issues: FieldIssue[]): unknown {
  if (!field.list) return convertValue(field, value, form, path, issues);
  const items = form === 'query' && !Array.isArray(value) ? [value] : value;
  if (!Array.isArray(items)) return items;
  return items.map((item, index) => convertValue(field, item, form, join(path, String(index)), issues));
}

/** What cannot be converted stays as it is, for the check to refuse it. */
function convertValue(field: FieldMeta, value: unknown, form: InputForm, path: string, issues: FieldIssue[]): unknown {
  if (field.nested) return convertObject(field.nested(), value, form, path, issues);
  if (field.kind === 'money' && typeof value === 'number') return String(value);
  if (typeof value !== 'string') return value;
  if (field.clean) return field.clean(value);
  if (field.kind === 'id') return value.toLowerCase(); // as Postgres writes it
  if (field.kind === 'date') return ISO_TIME.test(value) ? new Date(value) : value;
  if (field.kind === 'number' && DECIMAL.test(value)) return Number(value);
  if (form !== 'query') return value;
  if (field.kind === 'int' && /^-?\d{1,15}(\.\d{1,15})?$/.test(value)) return Number(value);
  if (field.kind === 'boolean' && (value === 'true' || value === 'false')) return value === 'true';
  return value;
}

function issuesOf(error: ValidationError, meta: DtoMeta | null, form: InputForm, path: string): FieldIssue[] {
  const field = meta?.byProperty.get(error.property);
  const name = join(path, form === 'graphql' || !field ? error.property : field.wire);
  // Below a list stand its indexes, which have no fields of their own: the nested class is the list's.
  const below = field ? (field.nested ? findDto(field.nested()) : null) : meta;
  const own = Object.entries(error.constraints ?? {}).map(([code, message]) => ({
    field: name,
    code: ISSUE_CODES[code] ?? code,
    message,
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => issuesOf(child, below, form, name))];
}

const ISSUE_CODES: Record<string, string> = {
  isText: 'text',
  isInt: 'integer',
  isIn: 'enum',
  isBoolean: 'boolean',
  isEmail: 'email',
  isDate: 'time',
  isArray: 'array',
  isDefined: 'object',
  nestedValidation: 'object',
  visible: 'pattern',
  oneLine: 'pattern',
  minLength: 'min_length',
  maxLength: 'max_length',
  arrayMinSize: 'min_items',
  arrayMaxSize: 'max_items',
  matches: 'pattern',
};

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
