import { setTimeout as sleep } from 'node:timers/promises';
import type { KubernetesApi } from './kubernetes-api';
import { parseTime } from './line-time';
import { Budget, LogReader, LogRef, Place, SourceLine, TimeRange } from './log-source';
import { MAX_LINE_BYTES, markOf } from './pieces';
import { isLate, within } from './times';

/** Lines that are asked for at once: whatever is looked for among them, the API gives them the oldest first. */
const TAIL_LINES = 10_000;
/** Of very long ones only the newest are kept. */
const HELD_CHARS = 33_554_432;
/** How long a container that has ended, or an API that has hung up, is waited for before it is asked again. */
const AGAIN_MS = 1000;
const NEWLINE = 10;
/** `2026-11-25T10:00:00.123456789Z text` */
const STAMPED = /^(\S{20,35}) ?/;

/**
 * A log as the API of Kubernetes gives it (`GET …/pods/{name}/log`, with its `container`, `follow`, `previous`, `sinceTime`,
 * `tailLines`, `timestamps`). It does not tell standard output from standard error.
 */
export class KubernetesLog implements LogReader {
  constructor(
    private readonly api: KubernetesApi,
    private readonly ref: LogRef,
  ) {}

  async *backwards(range: TimeRange, budget: Budget, endless: boolean): AsyncGenerator<SourceLine[]> {
    // They come the oldest first, and `until` cannot be asked for: what it leaves out counts too.
    const asked = Math.min(budget.lines ?? TAIL_LINES, TAIL_LINES);
    const lines: SourceLine[] = [];
    let [count, chars] = [0, 0];
    for await (const batch of this.ask({ sinceMs: range.sinceMs, tailLines: asked }, endless)) {
      count += batch.length;
      for (const line of batch.filter(within(range))) {
        chars += line.text.length;
        lines.push(line);
      }
      while (chars > HELD_CHARS) {
        chars -= lines.shift()?.text.length ?? 0;
        budget.spent = true;
      }
    }
    if (count >= asked && budget.lines === null) budget.spent = true;
    if (lines.length > 0) yield lines.reverse();
  }

  async *forwards(range: TimeRange): AsyncGenerator<SourceLine[]> {
    for await (const batch of this.ask({ sinceMs: range.sinceMs }, false)) {
      const kept = batch.filter(within(range));
      if (kept.length > 0) yield kept;
      if (batch.some(isLate(range))) return;
    }
  }

  async *follow(after: Place | null, signal: AbortSignal): AsyncGenerator<SourceLine[]> {
    let place = after;
    while (!signal.aborted) {
      const skip = new Skip(place);
      try {
        for await (const batch of this.ask({ sinceMs: place?.timeMs ?? null, follow: true }, true, signal)) {
          const fresh = skip.past(batch);
          place = fresh.at(-1)?.place ?? place;
          if (fresh.length > 0) yield fresh;
        }
      } catch (error) {
        // Cut off, or away for a while: asked again; the pod being gone ends it.
        if (signal.aborted) return;
        if (!isPassing(error)) throw error;
      }
      await sleep(AGAIN_MS, undefined, { signal }).catch(() => undefined);
      if (signal.aborted || (await this.isGone())) return;
    }
  }

  private async isGone(): Promise<boolean> {
    try {
      return (await this.api.pod(this.ref.pod)) === null;
    } catch {
      return false;
    }
  }

  private async *ask(
    { sinceMs, ...more }: { sinceMs: number | null; follow?: boolean; tailLines?: number },
    endedOnly: boolean,
    signal = new AbortController().signal,
  ): AsyncGenerator<SourceLine[]> {
    const { pod, container, previous } = this.ref;
    const sinceTime = sinceMs === null ? null : secondOf(sinceMs);
    const question = { container, previous, sinceTime, follow: false, tailLines: null, ...more };
    const answer = await this.api.readLog(pod, question, signal);
    // Not begun yet, or already gone: there are no lines.
    if (!answer) return;
    let rest: Buffer[] = [];
    let restBytes = 0;
    for await (const chunk of answer) {
      const batch: SourceLine[] = [];
      let begin = 0;
      for (let found = chunk.indexOf(NEWLINE); found !== -1; found = chunk.indexOf(NEWLINE, begin)) {
        batch.push(lineOf(Buffer.concat([...rest, chunk.subarray(begin, found)])));
        if (rest.length > 0) [rest, restBytes] = [[], 0];
        begin = found + 1;
      }
      if (begin < chunk.length && restBytes <= MAX_LINE_BYTES) {
        rest.push(chunk.subarray(begin));
        restBytes += chunk.length - begin;
      }
      if (batch.length > 0) yield batch;
    }
    if (rest.length > 0 && !endedOnly) yield [lineOf(Buffer.concat(rest))];
  }
}

/** Leaves out what was told before: what is earlier than the last line, and of its own instant what comes up to it. */
class Skip {
  private held: SourceLine[] | null;

  constructor(private readonly last: Place | null) {
    this.held = typeof last?.timeMs === 'number' ? [] : null;
  }

  past(lines: readonly SourceLine[]): SourceLine[] {
    const fresh: SourceLine[] = [];
    for (const line of lines) {
      if (!this.held || !this.last) {
        fresh.push(line);
        continue;
      }
      const differenceMs = (line.timeMs ?? Infinity) - (this.last.timeMs as number);
      if (differenceMs < -0.01) continue;
      if (differenceMs > 0.01) {
        fresh.push(...this.held, line);
        this.held = null;
      } else if (line.place.mark === this.last.mark) {
        this.held = null;
      } else {
        this.held.push(line); // whether before it or after is still to be seen
      }
    }
    return fresh;
  }
}

function lineOf(bytes: Buffer): SourceLine {
  const whole = bytes.toString('utf8', 0, Math.min(bytes.length, MAX_LINE_BYTES)).replace(/\r$/, '');
  const stamp = STAMPED.exec(whole);
  const timeMs = stamp ? parseTime(stamp[1]) : null;
  const text = stamp && timeMs !== null ? whole.slice(stamp[0].length) : whole;
  return { timeMs, stream: null, text, place: { file: '', from: 0, to: 0, mark: markOf(bytes), timeMs } };
}

/** Whole seconds are all the API takes. */
function secondOf(ms: number): string {
  return new Date(Math.floor(ms / 1000) * 1000).toISOString().replace('.000', '');
}

function isPassing(error: unknown): boolean {
  return (error as { status?: number }).status !== 502;
}
