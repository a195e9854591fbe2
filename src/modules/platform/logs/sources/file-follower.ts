import { setTimeout as sleep } from 'node:timers/promises';
import type { ByteSource } from './byte-source';
import { ForwardJoiner } from './cri';
import type { LogFile, LogFiles } from './log-files';
import type { Place, SourceLine } from './log-source';
import { piecesBackwards, piecesForwards } from './pieces';
import { SLACK_MS } from './times';

/** From where on a file is told. */
interface Start {
  readonly file: LogFile;
  readonly from: number;
  /** Lines that end up to here have been had. */
  readonly had: number;
  /** So have those that are earlier than this. */
  readonly hadMs: number | null;
}

const POLL_INTERVAL_MS = 200;
/** So many of the last bytes show whether the file is still the one that was read. */
const TAIL_BYTES = 64;
/** Of each file that the last line may stand in so much is looked through. */
const SEARCHED_BYTES = 67_108_864;

/**
 * What is written to a log from a place on. It reads one file to its end and waits; once another has taken its place, it goes
 * on with that. Where the file was truncated, copied, compressed or removed, the last line that was told is looked for, so
 * that nothing is left out or told twice.
 */
export class FileFollower {
  private readonly joiner = new ForwardJoiner();
  private place: Place | null = null;

  constructor(private readonly log: LogFiles) {}

  async *follow(after: Place | null, signal: AbortSignal): AsyncGenerator<SourceLine[]> {
    this.place = after;
    let next: Start | null = null;
    while (!signal.aborted) {
      const start: Start | null = next ?? (await this.locate());
      if (!start) return;
      next = null;
      const block = await this.log.open(start.file);
      if (!block) {
        await pause(signal);
        continue;
      }
      try {
        let at = start.from;
        let tail = await tailOf(block, at);
        for (let successor: LogFile | null | undefined; ;) {
          const before = at;
          for await (const { lines, to } of this.linesOf(block, at, successor !== undefined)) {
            at = to;
            this.place = lines.at(-1)?.place ?? this.place;
            const fresh = lines.filter((line) => isFresh(line, start));
            if (fresh.length > 0) yield fresh;
            if (signal.aborted) return;
          }
          if (at !== before) {
            tail = await tailOf(block, at);
          } else if (successor !== undefined) {
            this.joiner.rebase();
            if (successor) next = { file: successor, from: 0, had: 0, hadMs: null };
            break;
          } else {
            await pause(signal);
            if (signal.aborted) return;
          }
          if (tail.length < Math.min(at, TAIL_BYTES) || !tail.equals(await tailOf(block, at))) break; // truncated, or written anew
          successor = await this.successorOf(block);
        }
      } finally {
        await block.close();
      }
    }
  }

  /** The lines from an offset on; those without an end only where none will come. */
  private async *linesOf(
    block: ByteSource,
    from: number,
    isFinal: boolean,
  ): AsyncGenerator<{ lines: SourceLine[]; to: number }> {
    for await (const pieces of piecesForwards(block, from)) {
      const ended = isFinal ? pieces : pieces.filter((piece) => piece.ended);
      if (ended.length === 0) return;
      const timeMs = this.place?.timeMs ?? null;
      const lines = this.log.joinForwards(ended, this.joiner, timeMs);
      yield { lines, to: ended[ended.length - 1].to };
    }
  }

  /** The file that has taken the place of this one; undefined while none has, null when it is not among them any more. */
  private async successorOf({ file }: ByteSource): Promise<LogFile | null | undefined> {
    const files = await this.log.list();
    for (let index = files.length - 1; index >= 0; index--) {
      if ((await this.log.fileOf(files[index])) === file) return files[index + 1];
    }
    return null;
  }

  /** Where it goes on after the last line; null when there is no file at all. */
  private async locate(): Promise<Start | null> {
    const files = await this.log.list();
    if (files.length === 0) return null;
    const { place } = this;
    this.joiner.rest();
    if (!place) return { file: files[0], from: 0, had: 0, hadMs: null };
    const same = await this.samePlace(files, place);
    if (same) return same;
    // What was copied before it was truncated is only now sure to be listed.
    const now = await this.log.list();
    return now.length === 0 ? null : ((await this.sameLine(now, place)) ?? this.later(now, place));
  }

  private async samePlace(files: readonly LogFile[], place: Place): Promise<Start | null> {
    for (const file of files) {
      if (file.gzip || (await this.log.fileOf(file)) !== place.file) continue;
      const block = await this.log.open(file);
      if (!block) return null;
      try {
        if ((await block.size()) < place.to) return null;
        for await (const [piece] of piecesBackwards(block, place.to)) {
          return piece.mark === place.mark && piece.to === place.to
            ? { file, from: place.from, had: place.to, hadMs: null }
            : null;
        }
      } finally {
        await block.close();
      }
    }
    return null;
  }

  /** The same line in another file: in a copy, or in what is compressed by now. */
  private async sameLine(files: readonly LogFile[], { mark, timeMs }: Place): Promise<Start | null> {
    for (const file of [...files].reverse()) {
      const block = await this.log.open(file);
      if (!block) continue;
      try {
        if (timeMs !== null && block.modifiedMs < timeMs - SLACK_MS) return null;
        const size = await block.size();
        search: for await (const pieces of piecesBackwards(block, size)) {
          for (const piece of pieces) {
            const pieceMs = timeMs === null ? null : this.log.timeOf(piece.text);
            if (pieceMs !== null && timeMs !== null && pieceMs < timeMs - SLACK_MS) break search;
            if (piece.mark === mark && (pieceMs === null || timeMs === null || isSame(pieceMs, timeMs))) {
              return { file, from: piece.to, had: piece.to, hadMs: null };
            }
          }
          if (size - pieces[pieces.length - 1].from > SEARCHED_BYTES) break;
        }
      } finally {
        await block.close();
      }
    }
    return null;
  }

  /** The line is gone: what is not earlier than it; where it had no time, all of the newest file. */
  private async later(files: readonly LogFile[], { timeMs }: Place): Promise<Start> {
    if (timeMs === null) return { file: files[files.length - 1], from: 0, had: 0, hadMs: null };
    for (const file of files) {
      const block = await this.log.open(file);
      await block?.close();
      if (block && block.modifiedMs >= timeMs - SLACK_MS) return { file, from: 0, had: 0, hadMs: timeMs };
    }
    return { file: files[files.length - 1], from: 0, had: 0, hadMs: timeMs };
  }
}

function isFresh({ place: { to }, timeMs }: SourceLine, { had, hadMs }: Start): boolean {
  return to > had && (hadMs === null || timeMs === null || timeMs >= hadMs);
}

/** Times travel in ids with a few digits less. */
function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) < 0.01;
}

function tailOf(block: ByteSource, at: number): Promise<Buffer> {
  const length = Math.min(at, TAIL_BYTES);
  return length === 0 ? Promise.resolve(Buffer.alloc(0)) : block.read(at - length, length);
}

async function pause(signal: AbortSignal): Promise<void> {
  await sleep(POLL_INTERVAL_MS, undefined, { signal }).catch(() => undefined);
}
