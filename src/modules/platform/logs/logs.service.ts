import { Inject, Injectable, OnModuleInit } from '@nestjs/common';
import type { Principal } from '../../../core/web/access';
import { Audit } from '../../../core/data/audit';
import { Config, CONFIG } from '../../../core/kernel/config';
import { AppError, Forbidden, Validation } from '../../../core/kernel/errors';
import { Clock } from '../../../core/kernel/runtime';
import type { LogQuery, LogSelection } from './dto/log-query.dto';
import { lineOnWire, PodListDto, PodLogsDto, toPodDto } from './dto/pod-logs.dto';
import { LineFilter } from './line-filter';
import type { LogLine } from './log-line';
import { ContainerNotFound, PodNotFound } from './logs.errors';
import { mergeByTime } from './merge';
import { mayRead } from './pod-reach';
import { Budget, LOG_SOURCE, LogReader, LogRef, LogSource, Place, TimeRange } from './sources/log-source';
import { MAX_POD_NAME, POD_NAME } from './sources/names';
import { instantOf } from './when';

/** For one answer so much of the files is read at most, and so much of it answered. */
const READ_BYTES = 268_435_456;
const SEARCHED_BYTES = 134_217_728;
/** The newest line is looked for in so much. */
const END_BYTES = 1_048_576;
const ANSWER_CHARS = 4_194_304;
const MAX_PODS = 10;

/** A log that may be read, and is in the trail as read. */
export interface OpenLog {
  readonly ref: LogRef;
  readonly reader: LogReader;
}

/** The newest lines of some logs, the oldest of them first. */
interface Newest {
  readonly lines: LogLine[];
  readonly truncated: boolean;
  /** Of each log that was looked at, where it goes on after its newest line, wanted or not. */
  readonly places: ReadonlyMap<LogRef, Place>;
}

/** Reads logs of pods, for those who may; every read is in the trail before it happens. */
@Injectable()
export class LogsService implements OnModuleInit {
  constructor(
    @Inject(LOG_SOURCE) private readonly source: LogSource,
    @Inject(CONFIG) private readonly config: Config,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @throws Error when the source that is configured cannot be read */
  async onModuleInit(): Promise<void> {
    await this.source.check().catch((error: unknown) => {
      throw new Error(`LOGS_SOURCE=${this.config.logsSource} cannot be read: ${(error as Error).message}`);
    });
  }

  /** The pods whose logs this caller may read. */
  async pods(user: Principal): Promise<PodListDto> {
    const items = (await this.source.pods()).filter(({ name }) => mayRead(user, name)).map(toPodDto);
    return { items, count: items.length, nextCursor: null, source: this.config.logsSource };
  }

  /** @throws as `open` */
  async read(user: Principal, pod: string, query: LogQuery): Promise<PodLogsDto> {
    const filter = new LineFilter(query);
    const logs = await this.open(user, pod, query, { tail: query.tail });
    const { lines, truncated } = await this.newest(logs, query, filter, query.tail, false);
    const several = logs.length > 1;
    return {
      status: 'success',
      message: messageOf(pod, lines.length, truncated, filter.isOpen),
      podName: pod,
      logs: query.format === 'json' ? lines.map(lineOnWire) : lines.map((line) => textOf(line, several)).join('\n'),
      lines: lines.length,
      truncated,
    };
  }

  /**
   * Opens the logs of a pod, and of those merged into it, and writes down that they are read.
   * @throws Forbidden without looking whether there is such a pod, Validation, PodNotFound, ContainerNotFound, NoPreviousLog
   */
  async open(
    user: Principal,
    pod: string,
    selection: LogSelection,
    facts: Record<string, unknown>,
  ): Promise<OpenLog[]> {
    const names = namesOf(pod, selection.also);
    const target = `pod:${pod}`;
    const told = { ...factsOf(selection), ...facts };
    try {
      if (!names.every((name) => mayRead(user, name))) throw new Forbidden();
      const refs = (await Promise.all(names.map((name) => this.refsOf(name, selection)))).flat();
      const logs = await Promise.all(refs.map(async (ref) => ({ ref, reader: await this.source.open(ref) })));
      await this.audit.record({ action: 'logs.read', target, facts: told });
      return logs;
    } catch (error) {
      if (error instanceof AppError && error.status < 500) {
        await this.audit.recordFailure({ action: 'logs.read', target, facts: { ...told, code: error.code } });
      }
      throw error;
    }
  }

  /** @param endless leaves out lines that may still grow */
  async newest(
    logs: readonly OpenLog[],
    selection: LogSelection,
    filter: LineFilter,
    tail: number,
    endless: boolean,
  ): Promise<Newest> {
    const range = this.rangeOf(selection);
    // One more, to tell whether there are older ones.
    const budget = filter.isOpen
      ? new Budget(READ_BYTES, range.untilMs === null ? tail + 1 : null)
      : new Budget(SEARCHED_BYTES);
    const sources = logs.map(({ ref, reader }) => ({ ref, lines: reader.backwards(range, budget, endless) }));
    const places = new Map<LogRef, Place>();
    const lines: LogLine[] = [];
    let chars = 0;
    let truncated = false;
    reading: for await (const batch of mergeByTime(sources, true)) {
      for (const { ref, raw } of batch) {
        if (!places.has(ref)) places.set(ref, raw.place);
        if (lines.length >= tail || chars > ANSWER_CHARS) {
          truncated = true;
          break reading;
        }
        const line = filter.apply(ref, raw);
        if (!line) continue;
        lines.push(line);
        chars += line.text.length;
      }
    }
    return { lines: lines.reverse(), truncated: truncated || budget.spent, places };
  }

  /** Where each log goes on after what it has now; a log that has nothing is left out. */
  async ends(logs: readonly OpenLog[]): Promise<Map<LogRef, Place>> {
    const places = new Map<LogRef, Place>();
    for (const { ref, reader } of logs) {
      for await (const [{ place }] of reader.backwards(
        { sinceMs: null, untilMs: null },
        new Budget(END_BYTES, 1),
        true,
      )) {
        places.set(ref, place);
        break;
      }
    }
    return places;
  }

  rangeOf({ since, until }: LogSelection): TimeRange {
    const nowMs = this.clock.nowMs();
    return { sinceMs: instantOf(since, nowMs), untilMs: instantOf(until, nowMs) };
  }

  private async refsOf(name: string, { container, previous = false }: LogSelection): Promise<LogRef[]> {
    const pod = await this.source.find(name);
    if (!pod) throw new PodNotFound();
    const { containers } = pod;
    if (container !== undefined && !containers.includes(container)) throw new ContainerNotFound({ containers });
    return (container === undefined ? containers : [container]).map((one) => ({ pod: name, container: one, previous }));
  }
}

/** A line of a text; of several logs, with whose it is. */
export function textOf({ ref, text }: LogLine, several: boolean): string {
  return several ? `[${ref.pod}/${ref.container}] ${text}` : text;
}

/** @throws Validation for what can be no name of a pod, and for too many */
function namesOf(pod: string, also: string | undefined): string[] {
  const others = also?.split(',').filter((name) => name !== '') ?? [];
  const wrong = others.some((name) => name.length > MAX_POD_NAME || !POD_NAME.test(name));
  if (wrong || others.length >= MAX_PODS) {
    const message = wrong ? 'must be names of pods, separated by commas' : `at most ${MAX_PODS - 1}`;
    throw new Validation({ errors: [{ field: 'also', code: wrong ? 'pattern' : 'max_items', message }] });
  }
  return [...new Set([pod, ...others])];
}

/** What the trail tells of a read: not the words that were looked for, since somebody may look for a secret. */
function factsOf(selection: LogSelection): Record<string, unknown> {
  const { since, until, container, previous, q, regex, level, field, also } = selection;
  const fields = field?.map((one) => one.slice(0, one.indexOf('=')));
  const facts = {
    since,
    until,
    container,
    previous,
    searched: q && (regex ? 'expression' : 'words'),
    level,
    fields,
    also,
  };
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

function messageOf(pod: string, count: number, truncated: boolean, isOpen: boolean): string {
  const lines = count === 1 ? '1 line' : `${count === 0 ? 'No' : count} lines`;
  const older = isOpen ? 'there are older ones' : 'there are older lines';
  return `${lines} of ${pod}${truncated ? `; ${older}` : ''}.`;
}
