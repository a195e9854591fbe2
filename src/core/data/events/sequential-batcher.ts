interface Waiting<T> {
  readonly item: T;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** Work that is done for one at once and, while it is being done, for all who come meanwhile together. */
export class SequentialBatcher<T> {
  private waiting: Waiting<T>[] = [];
  private running = false;

  /** @param work does it for several */
  constructor(private readonly work: (items: readonly T[]) => Promise<unknown>) {}

  /** Resolves once the work has been done for it. @throws what the work throws */
  add(item: T): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      if (!this.running) void this.run();
    });
  }

  private async run(): Promise<void> {
    this.running = true;
    while (this.waiting.length > 0) {
      const turn = this.waiting;
      this.waiting = [];
      try {
        await this.work(turn.map(({ item }) => item));
        for (const { resolve } of turn) resolve();
      } catch (error) {
        for (const { reject } of turn) reject(error);
      }
    }
    this.running = false;
  }
}
