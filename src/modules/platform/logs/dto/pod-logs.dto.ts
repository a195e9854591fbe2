import {
  BooleanField,
  DateField,
  EnumField,
  IntField,
  JsonField,
  ObjectListField,
  Output,
  StringField,
  StringListField,
  toWire,
} from '../../../../core/web/dto';
import { LEVELS, LogLine } from '../log-line';
import type { Pod } from '../sources/log-source';

@Output('LogLine', 'One line of a log.')
export class LogLineDto {
  @DateField({ nullable: true, description: 'When it was written; null where nobody knows.' })
  timestamp: Date | null;

  @StringField({ max: 253, example: 'shop-1' })
  podName: string;

  @StringField({ max: 63, example: 'app' })
  container: string;

  @EnumField(['stdout', 'stderr'], { nullable: true })
  stream: string | null;

  @EnumField(LEVELS, { nullable: true })
  level: string | null;

  @StringField({ min: 0, max: 100_000, description: 'The line, secrets masked, control characters escaped.' })
  text: string;

  @JsonField({ nullable: true, description: 'Its members where it is a JSON object.', example: { msg: 'ready' } })
  fields: Record<string, unknown> | null;
}

@Output('PodLogs', 'Lines of a pod’s log, the oldest first.')
export class PodLogsDto {
  @EnumField(['success'])
  status: 'success';

  @StringField({ max: 1000, example: '100 lines of shop-1; there are older ones.' })
  message: string;

  @StringField({ max: 253, example: 'shop-1' })
  podName: string;

  @JsonField({
    description: 'With `format=text` the lines, with `format=json` a list of them.',
    openapi: {
      oneOf: [{ type: 'string' }, { type: 'array', items: { $ref: '#/components/schemas/LogLine' } }],
    },
  })
  logs: string | Record<string, unknown>[];

  @IntField({ min: 0, max: 1_000_000, description: 'How many lines these are.' })
  lines: number;

  @BooleanField({ description: 'Whether there are older lines, or some that were not looked at.' })
  truncated: boolean;
}

@Output('Pod', 'A pod that has logs.')
export class PodDto {
  @StringField({ max: 253, example: 'shop-1' })
  name: string;

  @StringField({ max: 63, nullable: true, example: 'default' })
  namespace: string | null;

  @StringListField({ max: 63, example: ['app'] })
  containers: string[];

  @DateField({ nullable: true, description: 'When something was last written, or else when it was started.' })
  updatedAt: Date | null;
}

@Output('PodList', 'The pods whose logs I may read.')
export class PodListDto {
  @ObjectListField(() => PodDto, { maxItems: 5000 })
  items: PodDto[];

  @IntField({ min: 0, max: 5000 })
  count: number;

  @StringField({ max: 2000, nullable: true, description: 'Always null: all are shown at once.' })
  nextCursor: string | null;

  @EnumField(['app', 'directory', 'kubernetes'], { description: 'Where they are read from.' })
  source: string;
}

export function toPodDto({ name, namespace, containers, updatedAt }: Pod): PodDto {
  return { name, namespace, containers: [...containers], updatedAt };
}

/** A line with the names of the wire. */
export function lineOnWire(line: LogLine): Record<string, unknown> {
  const { ref, timeMs, stream, level, text, fields } = line;
  const timestamp = timeMs === null ? null : new Date(timeMs);
  const dto: LogLineDto = { timestamp, podName: ref.pod, container: ref.container, stream, level, text, fields };
  return toWire(LogLineDto, dto);
}
