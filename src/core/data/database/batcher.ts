import { AsyncResource } from 'node:async_hooks';

interface Asked<I, O> {
  readonly item: I;
  readonly resolve: (found: O) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * One statement for many callers: what is asked for while one is under way waits, and the next does all of it. Nobody waits
 * where there is nobody else. Not within a transaction, since whose it would be is left to chance. A batch runs in the
 * context in which this was made, which is no caller's; results and errors reach each caller in its own.
 */
export class Batcher<I, O> {
  private readonly neutral = new AsyncResource('Batcher');
  private waiting: Asked<I, O>[] = [];
  private isBusy = false;

  /** @param run answers for each item, in their order; where it fails for several, those it fails for are found by halving */
  constructor(
    private readonly run: (items: readonly I[]) => Promise<readonly O[]>,
    private readonly most = 100,
  ) {}

  /** @throws what `run` throws for this item */
  do(item: I): Promise<O> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      if (!this.isBusy) this.neutral.runInAsyncScope(() => void this.work());
    });
  }

  private async work(): Promise<void> {
    this.isBusy = true;
    await new Promise((resolve) => setImmediate(resolve)); // waits for calls of this very turn
    while (this.waiting.length > 0) await this.settle(this.waiting.splice(0, this.most));
    this.isBusy = false;
  }

  private async settle(asked: readonly Asked<I, O>[]): Promise<void> {
    try {
      const found = await this.run(asked.map(({ item }) => item));
      asked.forEach(({ resolve }, index) => resolve(found[index]));
    } catch (error) {
      if (asked.length === 1) return asked[0].reject(error);
      const half = asked.length >> 1;
      await this.settle(asked.slice(0, half));
      await this.settle(asked.slice(half));
    }
  }
}
