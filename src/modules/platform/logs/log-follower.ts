import { Injectable } from '@nestjs/common';
import type { Principal } from '../../../core/web/access';
import type { ServerEvent, ServerEvents } from '../../../core/web/http';
import type { LogQuery } from './dto/log-query.dto';
import { lineOnWire } from './dto/pod-logs.dto';
import { decodeId, encodeId, keyOf } from './event-ids';
import { LineFilter } from './line-filter';
import type { LogLine } from './log-line';
import { LogsService, OpenLog, textOf } from './logs.service';
import { asTheyCome } from './merge';
import type { Place } from './sources/log-source';

/** New lines of logs as events, from where a client has left off. */
@Injectable()
export class LogFollower {
  constructor(private readonly logs: LogsService) {}

  /**
   * The newest lines, then each new one. With the id of an event: what came after it, whether the files have been rotated,
   * compressed or truncated since. @throws as `LogsService.open`
   */
  async follow(user: Principal, pod: string, query: LogQuery, lastEventId?: string): Promise<ServerEvents> {
    const filter = new LineFilter(query);
    const had = lastEventId === undefined ? null : decodeId(lastEventId);
    const facts = { follow: true, ...(had ? { resumed: true } : { tail: query.tail }) };
    const open = await this.logs.open(user, pod, query, facts);
    return (signal) => this.events(open, query, filter, had, signal);
  }

  private async *events(
    open: readonly OpenLog[],
    query: LogQuery,
    filter: LineFilter,
    had: ReadonlyMap<string, Place> | null,
    signal: AbortSignal,
  ): AsyncGenerator<ServerEvent> {
    const places = new Map<string, Place>(had ?? []);
    const several = open.length > 1;
    const event = (line: LogLine, id = encodeId(places)): ServerEvent => ({
      id,
      data: query.format === 'json' ? JSON.stringify(lineOnWire(line)) : textOf(line, several),
    });
    if (!had) {
      // Before the lines, so that none falls in between; where it is one log, they tell it themselves.
      for (const [ref, place] of several ? await this.logs.ends(open) : []) places.set(keyOf(ref), place);
      const newest = await this.logs.newest(open, query, filter, query.tail, true);
      for (const line of newest.lines) {
        if (!several) places.set(keyOf(line.ref), line.place);
        // Of several, only after the last there is a place to go on from: before, all of them would have to come again.
        yield event(line, several ? '' : undefined);
      }
      for (const [ref, place] of newest.places) places.set(keyOf(ref), place);
    }
    const sources = open.map(({ ref, reader }) => ({
      ref,
      lines: reader.follow(places.get(keyOf(ref)) ?? null, signal),
    }));
    const { untilMs } = this.logs.rangeOf(query);
    for await (const batch of asTheyCome(sources)) {
      for (const { ref, raw } of batch) {
        if (untilMs !== null && raw.timeMs !== null && raw.timeMs >= untilMs) return;
        places.set(keyOf(ref), raw.place);
        const line = filter.apply(ref, raw);
        if (line) yield event(line);
      }
    }
  }
}
