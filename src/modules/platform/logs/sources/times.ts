import type { SourceLine, TimeRange } from './log-source';

/** So much earlier or later than its neighbours a line may be: several threads write, and clocks are set. */
export const SLACK_MS = 10_000;
const HELD = 500;

export const within =
  ({ sinceMs, untilMs }: TimeRange) =>
  ({ timeMs }: SourceLine): boolean =>
    timeMs === null || ((sinceMs === null || timeMs >= sinceMs) && (untilMs === null || timeMs < untilMs));

/** Whether the line and all before it are too early. */
export const isPast =
  ({ sinceMs }: TimeRange) =>
  ({ timeMs }: SourceLine): boolean =>
    sinceMs !== null && timeMs !== null && timeMs < sinceMs - SLACK_MS;

/** Whether the line and all after it are too late. */
export const isLate =
  ({ untilMs }: TimeRange) =>
  ({ timeMs }: SourceLine): boolean =>
    untilMs !== null && timeMs !== null && timeMs > untilMs + SLACK_MS;

/** Gives lines without a time, which come the newest first, that of the line before: the lines of a stack, say. */
export class EarlierTimes {
  private held: SourceLine[] = [];

  add(lines: readonly SourceLine[]): SourceLine[] {
    const told: SourceLine[] = [];
    for (const line of lines) {
      if (line.timeMs === null && this.held.length < HELD) {
        this.held.push(line);
        continue;
      }
      for (const one of this.held) told.push({ ...one, timeMs: line.timeMs });
      this.held = [];
      told.push(line);
    }
    return told;
  }

  /** Those before which there is none with a time. */
  rest(): SourceLine[] {
    const { held } = this;
    this.held = [];
    return held;
  }
}
