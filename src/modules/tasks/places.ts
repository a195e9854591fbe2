interface Waiting {
  readonly enter: (isIn: boolean) => void;
  readonly timer: NodeJS.Timeout | undefined;
}

/** So many at once; the others wait in order. */
export class Places {
  private readonly queue: Waiting[] = [];

  constructor(private free: number) {}

  /** @param patienceMs how long at most; for ever when left out @returns whether there was one: whoever got it must `leave` */
  take(patienceMs?: number): Promise<boolean> {
    if (this.free > 0) {
      this.free -= 1;
      return Promise.resolve(true);
    }
    return new Promise((enter) => {
      const giveUp = (): void => {
        this.queue.splice(this.queue.indexOf(waiting), 1);
        enter(false);
      };
      const timer = patienceMs === undefined ? undefined : setTimeout(giveUp, patienceMs).unref();
      const waiting = { enter, timer };
      this.queue.push(waiting);
    });
  }

  /** Takes as many as are free, without waiting. @returns how many */
  takeFree(most: number): number {
    const taken = Math.min(this.free, most);
    this.free -= taken;
    return taken;
  }

  leave(): void {
    const next = this.queue.shift();
    if (!next) {
      this.free += 1;
      return;
    }
    clearTimeout(next.timer);
    next.enter(true);
  }

  /** Waits until one is free. */
  async room(): Promise<void> {
    await this.take();
    this.leave();
  }
}
