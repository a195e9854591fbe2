/** So much a second, with a second's worth in reserve. It never refuses: it says how long to wait after what was taken. */
export class Allowance {
  private left: number;
  private atMs: number;

  /** @param perSecond above 0 @param nowMs by `performance.now()`, as in `take` */
  constructor(
    private readonly perSecond: number,
    nowMs: number,
  ) {
    this.left = perSecond;
    this.atMs = nowMs;
  }

  /** Takes this much, more than there is too. @returns ms after which nothing is owed; 0 while there is enough */
  take(amount: number, nowMs: number): number {
    this.left = Math.min(this.perSecond, this.left + ((nowMs - this.atMs) / 1000) * this.perSecond) - amount;
    this.atMs = nowMs;
    return this.left >= 0 ? 0 : Math.ceil((-this.left / this.perSecond) * 1000);
  }
}
