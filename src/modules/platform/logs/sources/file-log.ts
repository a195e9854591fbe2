import { ByteSource, fileBlock, gzipBlock } from './byte-source';
import { BackwardJoiner, ForwardJoiner, LineFormat, parseCri, JoinedLine } from './cri';
import { FileFollower } from './file-follower';
import { timeOf } from './line-time';
import type { LogFile, LogFiles } from './log-files';
import { Budget, LogReader, Place, SourceLine, TimeRange } from './log-source';
import { RawLine, piecesBackwards, piecesForwards } from './pieces';
import type { SafeFolder } from './safe-folder';
import { seekTime } from './seek';
import { EarlierTimes, isLate, isPast, SLACK_MS, within } from './times';

/** A log kept in files that are rotated, compressed, truncated and removed while it is read. */
export class FileLog implements LogReader, LogFiles {
  /** @param list its files, the oldest first */
  constructor(
    private readonly folder: SafeFolder,
    readonly list: () => Promise<LogFile[]>,
    private readonly format: LineFormat,
  ) {}

  async *backwards(range: TimeRange, budget: Budget, endless: boolean): AsyncGenerator<SourceLine[]> {
    const joiner = new BackwardJoiner();
    const times = new EarlierTimes();
    /** Where the first line of the newest file begins that may still grow. */
    let openFrom: number | null = null;
    const told = (lines: readonly JoinedLine[]): SourceLine[] =>
      times.add(lines.filter((line) => line.ended || !endless).map((line) => rawOf(line, openFrom ?? Infinity)));
    for (const file of (await this.list()).reverse()) {
      const block = await this.open(file);
      if (!block) continue;
      try {
        openFrom ??= endless ? await this.openFrom(block) : Infinity;
        for await (const pieces of piecesBackwards(block, await this.endOf(block, range), budget)) {
          const lines = told(pieces.flatMap((piece) => this.joinBackwards(piece, joiner)));
          const kept = lines.filter(within(range));
          if (kept.length > 0) yield kept;
          if (lines.some(isPast(range))) return;
        }
        if (block.cut) budget.spent = true;
      } finally {
        await block.close();
      }
      if (budget.spent) break;
    }
    const rest = [...told(joiner.rest()), ...times.rest()].filter(within(range));
    if (rest.length > 0) yield rest;
  }

  async *forwards(range: TimeRange): AsyncGenerator<SourceLine[]> {
    const joiner = new ForwardJoiner();
    let timeMs: number | null = null;
    for (const file of await this.list()) {
      const block = await this.open(file);
      if (!block) continue;
      try {
        if (range.sinceMs !== null && block.modifiedMs < range.sinceMs - SLACK_MS) continue;
        for await (const pieces of piecesForwards(block, await this.beginningOf(block, range))) {
          const lines = this.joinForwards(pieces, joiner, timeMs);
          timeMs = lines.at(-1)?.timeMs ?? timeMs;
          const kept = lines.filter(within(range));
          if (kept.length > 0) yield kept;
          if (lines.some(isLate(range))) return;
        }
      } finally {
        await block.close();
      }
    }
    const rest = joiner.rest().map((line) => rawOf(line, Infinity));
    if (rest.length > 0) yield rest.filter(within(range));
  }

  follow(after: Place | null, signal: AbortSignal): AsyncIterable<SourceLine[]> {
    return new FileFollower(this).follow(after, signal);
  }

  async open({ below, gzip }: LogFile): Promise<ByteSource | null> {
    const handle = await this.folder.open(...below);
    if (!handle) return null;
    return gzip ? gzipBlock(handle) : fileBlock(handle);
  }

  fileOf({ below }: LogFile): Promise<string | null> {
    return this.folder.inode(...below);
  }

  joinForwards(pieces: readonly RawLine[], joiner: ForwardJoiner, timeMs: number | null): SourceLine[] {
    let beforeMs = timeMs;
    return pieces.flatMap((piece) => {
      const part = this.format === 'cri' ? parseCri(piece.text, piece.bytes) : null;
      const wholes = part ? joiner.add(piece, part) : [this.plain(piece)];
      beforeMs = part?.timeMs ?? wholes[0]?.timeMs ?? beforeMs;
      return wholes.map((line) => ({ ...rawOf(line, joiner.oldest), timeMs: line.timeMs ?? beforeMs }));
    });
  }

  readonly timeOf = (text: string): number | null =>
    this.format === 'cri' ? (parseCri(text)?.timeMs ?? null) : timeOf(text);

  /** Where the first line begins whose last part is still to come; they stand close to the end. */
  private async openFrom(block: ByteSource): Promise<number> {
    const open = new Map<string, number>();
    const closed = new Set<string>();
    for await (const pieces of piecesBackwards(block, await block.size())) {
      for (const { text, from } of pieces) {
        const part = this.format === 'cri' ? parseCri(text) : null;
        if (!part || closed.has(part.stream)) continue;
        if (part.partial) open.set(part.stream, from);
        else closed.add(part.stream);
      }
      break;
    }
    return Math.min(...open.values());
  }

  private joinBackwards(piece: RawLine, joiner: BackwardJoiner): JoinedLine[] {
    const part = this.format === 'cri' ? parseCri(piece.text, piece.bytes) : null;
    return part ? joiner.add(piece, part) : [...joiner.rest(), this.plain(piece)];
  }

  private plain(piece: RawLine): JoinedLine {
    const { text, from, ended } = piece;
    return { timeMs: timeOf(text), stream: null, text, first: from, last: piece, ended };
  }

  private async endOf(block: ByteSource, { untilMs }: TimeRange): Promise<number> {
    return untilMs === null ? block.size() : seekTime(block, untilMs + SLACK_MS, this.timeOf, 'after');
  }

  private async beginningOf(block: ByteSource, { sinceMs }: TimeRange): Promise<number> {
    return sinceMs === null ? 0 : seekTime(block, sinceMs - SLACK_MS, this.timeOf, 'before');
  }
}

/** @param openFrom where the first line begins that is still to be completed */
function rawOf(line: JoinedLine, openFrom: number): SourceLine {
  const { timeMs, stream, text, last } = line;
  return {
    timeMs,
    stream,
    text,
    place: { file: last.file, from: Math.min(last.to, openFrom), to: last.to, mark: last.mark, timeMs },
  };
}
