import type { LogRef, SourceLine } from './sources/log-source';

/** A line with whose it is. */
export interface TaggedLine {
  readonly ref: LogRef;
  readonly raw: SourceLine;
}

/** Lines of one log, in batches. */
export interface Source {
  readonly ref: LogRef;
  readonly lines: AsyncIterable<SourceLine[]>;
}

/** The lines of several logs by their times; each log's own order stays. @param newestFirst as the logs come */
export async function* mergeByTime(sources: readonly Source[], newestFirst: boolean): AsyncGenerator<TaggedLine[]> {
  if (sources.length === 1) {
    const [{ ref, lines }] = sources;
    for await (const batch of lines) yield batch.map((raw) => ({ ref, raw }));
    return;
  }
  const cursors = sources.map(({ ref, lines }) => new Cursor(ref, lines[Symbol.asyncIterator](), newestFirst));
  try {
    for (const cursor of cursors) await cursor.fill();
    for (let open = cursors.filter((one) => !one.done); open.length > 0; open = open.filter((one) => !one.done)) {
      const batch: TaggedLine[] = [];
      // Until one of them has to be asked for more.
      while (open.every((one) => one.has)) {
        const next = open.reduce((best, one) => (one.key < best.key ? one : best));
        batch.push({ ref: next.ref, raw: next.take() });
      }
      yield batch;
      for (const cursor of open) if (!cursor.has) await cursor.fill();
    }
  } finally {
    for (const cursor of cursors) await cursor.close();
  }
}

class Cursor {
  done = false;
  private batch: SourceLine[] = [];
  private at = 0;
  /** Of the last line that had a time. */
  private known: number;

  constructor(
    readonly ref: LogRef,
    private readonly lines: AsyncIterator<SourceLine[]>,
    private readonly newestFirst: boolean,
  ) {
    this.known = -Infinity;
  }

  get has(): boolean {
    return this.at < this.batch.length;
  }

  /** The smaller, the sooner its turn. */
  get key(): number {
    const { timeMs } = this.batch[this.at];
    return timeMs === null ? this.known : this.newestFirst ? -timeMs : timeMs;
  }

  take(): SourceLine {
    this.known = this.key;
    return this.batch[this.at++];
  }

  async fill(): Promise<void> {
    this.at = 0;
    this.batch = [];
    while (!this.done && this.batch.length === 0) {
      const next = await this.lines.next();
      if (next.done) this.done = true;
      else this.batch = next.value;
    }
  }

  async close(): Promise<void> {
    await this.lines.return?.();
  }
}

/** What several logs bring, as it comes, each one's own order kept. Ends with the last of them. */
export async function* asTheyCome(sources: readonly Source[]): AsyncGenerator<TaggedLine[]> {
  const waiting = new Map<number, Promise<{ index: number; next: IteratorResult<SourceLine[]> }>>();
  const iterators = sources.map(({ lines }) => lines[Symbol.asyncIterator]());
  const ask = (index: number): void => {
    waiting.set(
      index,
      iterators[index].next().then((next) => ({ index, next })),
    );
  };
  iterators.forEach((_, index) => ask(index));
  while (waiting.size > 0) {
    const { index, next } = await Promise.race(waiting.values());
    if (next.done) {
      waiting.delete(index);
      continue;
    }
    const { ref } = sources[index];
    yield next.value.map((raw) => ({ ref, raw }));
    ask(index);
  }
}
