import { BooleanField, EnumField, IntField, StringField, StringListField } from '../../../../core/web/dto';
import { LEVELS } from '../log-line';
import { CONTAINER_NAME } from '../sources/names';

export const MAX_TAIL = 5000;
const DEFAULT_TAIL = 100;
/** `90s`, `15m`, `6h`, `7d` ago, or an instant. */
export const WHEN = /^(\d{1,6}[smhd]|\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))$/;
const SHAPE = 'must be a time such as 2026-01-31T12:00:00Z, or an age such as 15m';
const POD_LIST = /^[a-z0-9][a-z0-9.,-]*$/;

/** What of a log is wanted. */
export class LogSelection {
  @StringField({ optional: true, max: 40, pattern: WHEN, shape: SHAPE, description: 'From then on.', example: '15m' })
  since?: string;

  @StringField({ optional: true, max: 40, pattern: WHEN, shape: SHAPE, description: 'Before then.' })
  until?: string;

  @StringField({
    optional: true,
    max: 63,
    pattern: CONTAINER_NAME,
    shape: 'must be the name of a container',
    description: 'Of this container alone; of several, all are shown, by time.',
  })
  container?: string;

  @BooleanField({ optional: true, description: 'The log before the last restart of the container.' })
  previous?: boolean;

  @StringField({ optional: true, max: 200, description: 'Words that the line has, in small or capital letters.' })
  q?: string;

  @BooleanField({
    optional: true,
    description: '`q` is a regular expression (RE2: no look-around, no back-references).',
  })
  regex?: boolean;

  @EnumField(LEVELS, {
    optional: true,
    description: 'This level or a graver one; a line that says none counts as `info`.',
  })
  level?: string;

  @StringListField({
    optional: true,
    max: 300,
    maxItems: 10,
    pattern: /^[\w.@/-]{1,100}=/,
    shape: 'must be name=value',
    description: 'Members that a line of JSON has, as `status=500` or `err.code=EPIPE`; all of them.',
  })
  field?: string[];

  @StringField({
    optional: true,
    max: 2000,
    pattern: POD_LIST,
    shape: 'must be names of pods, separated by commas',
    description: 'Up to nine other pods, whose lines are merged in by time.',
    example: 'shop-2,shop-3',
  })
  also?: string;
}

export class LogQuery extends LogSelection {
  @IntField({
    optional: true,
    default: DEFAULT_TAIL,
    min: 0,
    max: MAX_TAIL,
    description: 'So many of the newest lines.',
  })
  tail: number = DEFAULT_TAIL;

  @EnumField(['json', 'text'], {
    optional: true,
    default: 'text',
    description: '`logs` as a text of lines, or as a list of lines with time, level and members.',
  })
  format: 'json' | 'text' = 'text';

  @BooleanField({
    optional: true,
    description:
      'Answers with server-sent events: these lines, then every new one. `Last-Event-ID` goes on after that line.',
  })
  follow?: boolean;
}

export class LogDownloadQuery extends LogSelection {
  @EnumField(['ndjson', 'text'], {
    optional: true,
    default: 'text',
    description: 'Lines of JSON, or as they were written.',
  })
  format: 'ndjson' | 'text' = 'text';

  @BooleanField({ optional: true, description: 'A file compressed by gzip.' })
  gzip?: boolean;
}
