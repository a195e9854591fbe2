/** So many at once. */
export class Semaphore {
  private waiting: (() => void)[] = [];

  constructor(private free: number) {}

  /** Takes as many as are free, without waiting. @returns how many: each is to be left again */
  tryAcquire(most: number): number {
    const taken = Math.min(this.free, most);
    this.free -= taken;
    return taken;
  }

  release(): void {
    this.free += 1;
    for (const go of this.waiting.splice(0)) go();
  }

  /** Waits until one is free. */
  async whenFree(): Promise<void> {
    while (this.free === 0) await new Promise<void>((go) => this.waiting.push(go));
  }
}
