/** What a balancer wants to know of a target. */
export interface Candidate {
  /** As configured. */
  readonly weight: number;
  /** Calls under way. */
  readonly pending: number;
  /** What part of its share it gets while it starts slowly, above 0 up to 1. */
  readonly warmth: number;
}

export type Balance = 'round_robin' | 'weighted' | 'least_pending';

/** Chooses among the targets that can be called. Smooth, as nginx does it: a target of weight 3 is not called thrice in a row. */
export class Balancer<T extends Candidate> {
  private readonly credit = new Map<T, number>();

  constructor(private readonly balance: Balance) {}

  /** @param usable one at least */
  pick(usable: readonly T[]): T {
    if (usable.length === 1) return usable[0];
    return this.balance === 'least_pending' ? this.leastPending(usable) : this.inTurn(usable);
  }

  private inTurn(usable: readonly T[]): T {
    let total = 0;
    let best = usable[0];
    for (const one of usable) {
      const share = this.shareOf(one);
      total += share;
      this.credit.set(one, (this.credit.get(one) ?? 0) + share);
      if ((this.credit.get(one) ?? 0) > (this.credit.get(best) ?? 0)) best = one;
    }
    this.credit.set(best, (this.credit.get(best) ?? 0) - total);
    return best;
  }

  /** By its share; among equals in turn. */
  private leastPending(usable: readonly T[]): T {
    const load = (one: T): number => (one.pending + 1) / (one.weight * one.warmth);
    const least = Math.min(...usable.map(load));
    return this.inTurn(usable.filter((one) => load(one) <= least * 1.000_001));
  }

  private shareOf({ weight, warmth }: T): number {
    return (this.balance === 'round_robin' ? 1 : weight) * warmth;
  }
}
