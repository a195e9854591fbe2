import { parseTime } from './line-time';
import { CUT, MAX_LINE_BYTES, RawLine, textUpTo } from './pieces';

/** What a runtime wrote for one line, or a part of one (Kubernetes CRI: `time stream tags text`). */
export interface CriPart {
  readonly timeMs: number | null;
  readonly stream: 'stdout' | 'stderr';
  /** Whether more of the line follows. */
  readonly partial: boolean;
  readonly text: string;
  /** The text's bytes where a character was cut by who wrote it. */
  readonly bytes: Buffer | null;
}

const HEAD = /^(\S{20,35}) (stdout|stderr) ([PF])(?::\S*)? ?/;

/** null where it is no such line. @param bytes of the line, where they are no text by themselves */
export function parseCri(line: string, bytes: Buffer | null = null): CriPart | null {
  const match = HEAD.exec(line);
  if (!match) return null;
  const [head, time, stream, tag] = match;
  const timeMs = parseTime(time);
  return timeMs === null
    ? null
    : {
        timeMs,
        stream: stream as CriPart['stream'],
        partial: tag === 'P',
        text: line.slice(head.length),
        bytes: bytes && bytes.subarray(head.length), // the head is ASCII
      };
}

/** How the lines of a file are to be read. */
export type LineFormat = 'cri' | 'plain';

/** A line as a container wrote it. */
export interface JoinedLine {
  readonly timeMs: number | null;
  readonly stream: 'stdout' | 'stderr' | null;
  readonly text: string;
  /** Offset of its first part. */
  readonly first: number;
  /** Its last part. */
  readonly last: RawLine;
  /** Whether nothing more of it will come. */
  readonly ended: boolean;
}

/** Parts of one line are joined up to here. */
const MAX_PARTS = 64;

interface Open {
  parts: CriPart[];
  timeMs: number | null;
  readonly stream: 'stdout' | 'stderr';
  first: number;
  last: RawLine;
  ended: boolean;
}

/** Joins parts that come in the order they were written; those of the other stream may stand between. */
export class ForwardJoiner {
  private readonly open = new Map<string, Open>();

  /** The lines that this one completes: itself, or none. */
  add(piece: RawLine, part: CriPart): JoinedLine[] {
    const known = this.open.get(part.stream);
    const line = known ?? {
      parts: [],
      timeMs: part.timeMs,
      stream: part.stream,
      first: piece.from,
      last: piece,
      ended: false,
    };
    if (line.parts.length < MAX_PARTS) line.parts.push(part);
    line.last = piece;
    if (part.partial) {
      this.open.set(part.stream, line);
      return [];
    }
    this.open.delete(part.stream);
    return [wholeOf({ ...line, ended: piece.ended })];
  }

  /** Offset of the first part of what is still to be completed; infinite where nothing is. */
  get oldest(): number {
    let oldest = Infinity;
    for (const { first } of this.open.values()) oldest = Math.min(oldest, first);
    return oldest;
  }

  /** The parts so far stand in the file before. */
  rebase(): void {
    for (const line of this.open.values()) line.first = 0;
  }

  /** What has no end. */
  rest(): JoinedLine[] {
    const lines = [...this.open.values()].map(wholeOf);
    this.open.clear();
    return lines;
  }
}

/** Joins parts that come the newest first. A line is known to be whole once the part before it is of another one. */
export class BackwardJoiner {
  /** In the order in which they are to be told. */
  private queue: Open[] = [];
  private readonly open = new Map<string, Open>();

  /** The lines that are whole now, the newest first. */
  add(piece: RawLine, part: CriPart): JoinedLine[] {
    const later = this.open.get(part.stream);
    if (part.partial && later) {
      if (later.parts.length >= MAX_PARTS) later.parts.pop();
      later.parts.unshift(part);
      later.first = piece.from;
      later.timeMs = part.timeMs;
      return [];
    }
    const line: Open = {
      parts: [part],
      timeMs: part.timeMs,
      stream: part.stream,
      first: piece.from,
      last: piece,
      ended: !part.partial && piece.ended,
    };
    this.open.set(part.stream, line);
    this.queue.push(line);
    return this.take((one) => this.open.get(one.stream) !== one);
  }

  /** The others, once the beginning is reached. */
  rest(): JoinedLine[] {
    this.open.clear();
    return this.take(() => true);
  }

  private take(isWhole: (line: Open) => boolean): JoinedLine[] {
    let count = 0;
    while (count < this.queue.length && isWhole(this.queue[count])) count++;
    if (count === 0) return [];
    const taken = this.queue.slice(0, count).map(wholeOf);
    this.queue = this.queue.slice(count);
    return taken;
  }
}

function wholeOf({ parts, timeMs, stream, first, last, ended }: Open): JoinedLine {
  return { timeMs, stream, text: textOf(parts), first, last, ended };
}

/** Of a long line the beginning, as of one that was written in one piece. */
function textOf(parts: readonly CriPart[]): string {
  if (parts.length === 1) return parts[0].text;
  const text = parts.map((part) => part.text).join('');
  const isBroken = parts.some(({ bytes }) => bytes !== null);
  if (!isBroken && text.length * 3 <= MAX_LINE_BYTES) return text;
  const whole = Buffer.concat(parts.map((part) => part.bytes ?? Buffer.from(part.text)));
  return whole.length > MAX_LINE_BYTES ? textUpTo(whole, MAX_LINE_BYTES) + CUT : whole.toString('utf8');
}
