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
const BRACKETS = /\[\s?([a-z]{3,11})\s?\]/gi;
const CAPITALS =
  /(?:^|[\s|])(TRACE|DEBUG|VERBOSE|INFO|NOTICE|WARN|WARNING|ERROR|SEVERE|FATAL|CRITICAL|PANIC)(?=[\s:|\]]|$)/;
const KLOG = /^([IWEF])\d{4} \d{2}:/;
const LOOKED_AT = 300;

function levelOfFields({ level, severity, lvl, levelname }: Readonly<Record<string, unknown>>): Level | null {
  const given = level ?? severity ?? lvl ?? levelname;
  if (typeof given === 'string') return Object.hasOwn(WORDS, given.toLowerCase()) ? WORDS[given.toLowerCase()] : null;
  // Numbers as pino and bunyan have them.
  return typeof given === 'number' && given >= 10 ? LEVELS[Math.min(Math.floor(given / 10), LEVELS.length) - 1] : null;
}

function levelOfText(text: string): Level | null {
  const head = text.slice(0, LOOKED_AT);
  const klog = KLOG.exec(head);
  if (klog) return LETTERS[klog[1]];
  const words = [
    PAIR.exec(head)?.[1],
    ...[...head.matchAll(BRACKETS)].map(([, word]) => word),
    CAPITALS.exec(head)?.[1],
  ];
  const known = words.find((word) => word !== undefined && Object.hasOwn(WORDS, word.toLowerCase()));
  return known === undefined ? null : WORDS[known.toLowerCase()];
}
