/** A slice of the last minutes of an upstream. */
export interface Slice {
  /** Number of the slice since 1970. */
  readonly index: number;
  /** Answers of the upstream below 500. */
  answered: number;
  /** Answers of 500 and above, cut or late ones, no connection. */
  failed: number;
  /** Refused here without a call. */
  refused: number;
  retried: number;
  /** Sum of the times to the first byte of what was answered, ms. */
  totalMs: number;
  /** Targets that were set aside at some time in it. */
  ill: number;
}

export const SLICE_MS = 5000;
const SLICES = 60;

export const COUNTS = ['answered', 'failed', 'refused', 'retried'] as const;
export type Count = (typeof COUNTS)[number];

/** What became of the calls to one upstream within the last five minutes, on all instances as far as they have told. */
export class History {
  private slices: Slice[] = [];
  /** What this instance alone has counted and not yet told. */
  private untold: Slice[] = [];

  constructor(
    private readonly nowMs: () => number,
    private readonly onCount: (what: Count) => void,
  ) {}

  count(what: Count, ms = 0): void {
    this.onCount(what);
    for (const slice of [this.now(this.slices), this.now(this.untold)]) {
      slice[what] += 1;
      slice.totalMs += ms;
    }
  }

  sawIll(targets: number): void {
    const slice = this.now(this.slices);
    slice.ill = Math.max(slice.ill, targets);
  }

  /** The counts since the last time, for the other instances. */
  takeUntold(): Slice[] {
    const taken = this.untold;
    this.untold = [];
    return taken;
  }

  /** Adds what another instance has counted. */
  add(theirs: readonly Slice[]): void {
    for (const { index, ...counts } of theirs) {
      if (index <= this.indexNow() - SLICES) continue;
      const slice = this.at(this.slices, index);
      for (const key of ['answered', 'failed', 'refused', 'retried', 'totalMs'] as const) slice[key] += counts[key];
    }
  }

  /** All sixty, the oldest first, the present one last. */
  all(): Slice[] {
    const last = this.indexNow();
    const known = new Map(this.slices.map((slice) => [slice.index, slice]));
    return Array.from({ length: SLICES }, (_, n) => known.get(last - SLICES + 1 + n) ?? empty(last - SLICES + 1 + n));
  }

  private now(slices: Slice[]): Slice {
    const index = this.indexNow();
    const last = slices.at(-1);
    return last?.index === index ? last : this.at(slices, index);
  }

  private at(slices: Slice[], index: number): Slice {
    const known = slices.find((slice) => slice.index === index);
    if (known) return known;
    const made = empty(index);
    slices.push(made);
    slices.sort((a, b) => a.index - b.index);
    if (slices.length > SLICES + 1) slices.shift();
    return made;
  }

  private indexNow(): number {
    return Math.floor(this.nowMs() / SLICE_MS);
  }
}

function empty(index: number): Slice {
  return { index, answered: 0, failed: 0, refused: 0, retried: 0, totalMs: 0, ill: 0 };
}
