import { mask } from '../../../core/kernel/logging';
import type { LogRef, Place, SourceLine } from './sources/log-source';

export const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const;
export type Level = (typeof LEVELS)[number];

/** A line as it may be shown: without secrets, and without anything that a terminal or a page would obey. */
export interface LogLine {
  readonly ref: LogRef;
  readonly place: Place;
  readonly timeMs: number | null;
  readonly stream: 'stdout' | 'stderr' | null;
  readonly text: string;
  /** The members of a line that is a JSON object. */
  readonly fields: Readonly<Record<string, unknown>> | null;
  readonly level: Level | null;
}

const COLOUR = /\u001b\[[0-9;:]*m/g;
/** Control characters but the tab, line and paragraph separators, what turns the direction of text around, and NULs of other kinds. */
const UNSAFE = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;
const ANY_UNSAFE = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/;

/** Whether there is nothing to make visible. */
export const isSafe = (text: string): boolean => !ANY_UNSAFE.test(text);

/** Colours are left out; any other sign that something might obey is written as an escape. */
export function visible(text: string): string {
  if (isSafe(text)) return text;
  return text.replace(COLOUR, '').replace(UNSAFE, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

export function toLogLine(ref: LogRef, { timeMs, stream, place, text: raw }: SourceLine): LogLine {
  const text = mask(visible(raw));
  const fields = fieldsOf(text);
  return { ref, place, timeMs, stream, text, fields, level: fields ? levelOfFields(fields) : levelOfText(text) };
}

function fieldsOf(text: string): Record<string, unknown> | null {
  if (!text.startsWith('{') || !text.endsWith('}')) return null;
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return null;
  }
}

const WORDS: Record<string, Level> = {
  trace: 'trace',
  silly: 'trace',
  debug: 'debug',
  verbose: 'debug',
  trce: 'trace',
  finest: 'trace',
  vrb: 'trace',
  dbug: 'debug',
  dbg: 'debug',
  fine: 'debug',
  inf: 'info',
  wrn: 'warn',
  fail: 'error',
  eror: 'error',
  ftl: 'fatal',
  info: 'info',
  information: 'info',
  notice: 'info',
  log: 'info',
  warn: 'warn',
  warning: 'warn',
  error: 'error',
  err: 'error',
  severe: 'error',
  fatal: 'fatal',
  critical: 'fatal',
  crit: 'fatal',
  alert: 'fatal',
  emergency: 'fatal',
  emerg: 'fatal',
  panic: 'fatal',
};
const LETTERS: Record<string, Level> = { I: 'info', W: 'warn', E: 'error', F: 'fatal' };
/** `level=warn`, `[error]`, ` ERROR `, and what klog begins a line with, `E1125 10:00:00`. */
const PAIR = /\b(?:level|lvl|severity)=["']?([a-z]{3,11})\b/i;
const BRACKETS = /\[(?:[\d:.TZ+-]{5,40} | )?([a-z]{3,11})\s?\]/gi;
const CAPITALS =
  /(?:^|[\s|])(TRACE|DEBUG|VERBOSE|INFO|NOTICE|WARN|WARNING|ERROR|SEVERE|FATAL|CRITICAL|PANIC)(?=[\s:|\]]|$)/;
const KLOG = /^([IWEF])\d{4} \d{2}:/;
/** What .NET's console begins an entry with, and short words behind a time, `10:00:00 ERR`. */
const DOTNET = /^(trce|dbug|info|warn|fail|crit): /;
const SHORT = /^\S{5,40} (TRC|DBG|INF|WRN|ERR|FTL)\s/;
/** What syslog begins a message with: facility times eight and severity (RFC 5424 section 6.2.1). */
const SYSLOG = /^<(\d{1,3})>/;
const SYSLOG_LEVELS: readonly Level[] = ['fatal', 'fatal', 'fatal', 'error', 'warn', 'info', 'info', 'debug'];
const MOST_PRIORITY = 191;
const LOOKED_AT = 300;

type Fields = Readonly<Record<string, unknown>>;

/** In the order in which they are believed: plain, ECS, Serilog, OpenTelemetry, .NET, journald. */
const NAMES = [
  ...['level', 'severity', 'lvl', 'levelname', 'loglevel', 'log.level', '@l', '@level', 'Level', 'LogLevel'],
  ...['severityText', 'severity_text', 'SeverityText', 'PRIORITY'],
];
const OTEL_NUMBERS = ['severityNumber', 'severity_number', 'SeverityNumber'];

function levelOfFields(fields: Fields): Level | null {
  const name = NAMES.find((one) => isGiven(fields[one]));
  if (name !== undefined) return levelOf(fields[name]);
  const { log } = fields;
  if (typeof log === 'object' && log !== null && 'level' in log && isGiven(log.level)) return levelOf(log.level);
  // Four numbers of each, from 1 on (OpenTelemetry, Log Data Model).
  const number = OTEL_NUMBERS.map((one) => fields[one]).find((one) => typeof one === 'number');
  if (number !== undefined) return LEVELS[Math.ceil(number / 4) - 1] ?? null;
  // Serilog's compact form leaves its default out.
  return '@t' in fields && ('@mt' in fields || '@m' in fields) ? 'info' : null;
}

const isGiven = (value: unknown): boolean => typeof value === 'string' || typeof value === 'number';

/** Words, numbers as pino and bunyan have them, and those of syslog below ten. */
function levelOf(given: unknown): Level | null {
  const word = String(given).trim().toLowerCase();
  if (Object.hasOwn(WORDS, word)) return WORDS[word];
  if (!/^\d{1,3}$/.test(word)) return null;
  const number = Number(word);
  return number < 10 ? (SYSLOG_LEVELS[number] ?? null) : LEVELS[Math.min(Math.floor(number / 10), LEVELS.length) - 1];
}

function levelOfText(text: string): Level | null {
  const head = text.slice(0, LOOKED_AT);
  const klog = KLOG.exec(head);
  if (klog) return LETTERS[klog[1]];
  const priority = Number(SYSLOG.exec(head)?.[1] ?? NaN);
  if (priority <= MOST_PRIORITY) return SYSLOG_LEVELS[priority % 8];
  const words = [
    (DOTNET.exec(head) ?? SHORT.exec(head))?.[1],
    PAIR.exec(head)?.[1],
    ...[...head.matchAll(BRACKETS)].map(([, word]) => word),
    CAPITALS.exec(head)?.[1],
  ];
  const known = words.find((word) => word !== undefined && Object.hasOwn(WORDS, word.toLowerCase()));
  return known === undefined ? null : WORDS[known.toLowerCase()];
}
