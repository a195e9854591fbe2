const WINDOW_MS = 10_000;
/** So many a window at any rate, or a rarely called upstream would have none. */
const LEAST = 3;

/** How many calls may be tried again: a share of those made within ten seconds, so that retries never double a load that is too much already. */
export class RetryBudget {
  private calls = 0;
  private retries = 0;
  private fromMs = -Infinity;

  constructor(
    private readonly share: number,
    private readonly nowMs: () => number = () => performance.now(),
  ) {}

  call(): void {
    this.roll();
    this.calls += 1;
  }

  /** Whether one more may be tried; it counts then. */
  take(): boolean {
    this.roll();
    if (this.share === 0 || this.retries >= Math.max(LEAST, this.calls * this.share)) return false;
    this.retries += 1;
    return true;
  }

  private roll(): void {
    const nowMs = this.nowMs();
    if (nowMs - this.fromMs < WINDOW_MS) return;
    this.fromMs = nowMs;
    // Half of what was goes on counting, so that the end of a window opens no flood-gate.
    this.calls /= 2;
    this.retries /= 2;
  }
}
