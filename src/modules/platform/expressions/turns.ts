/** What waits, by whose it is: everybody's next comes in turn, however much one of them has waiting. */
export class Turns<T> {
  /** In the order of the turns. */
  private readonly waiting = new Map<string, T[]>();

  add(owner: string, item: T): void {
    const items = this.waiting.get(owner);
    if (items) items.push(item);
    else this.waiting.set(owner, [item]);
  }

  /** Takes the next of the first owner who may have a turn, who then goes behind all others. */
  take(may: (owner: string) => boolean): T | undefined {
    for (const [owner, items] of this.waiting) {
      if (!may(owner)) continue;
      const item = items.shift();
      this.waiting.delete(owner);
      if (items.length > 0) this.waiting.set(owner, items);
      return item;
    }
    return undefined;
  }

  /** Takes this one out. @returns whether it still waited */
  remove(owner: string, item: T): boolean {
    const items = this.waiting.get(owner) ?? [];
    const left = items.filter((one) => one !== item);
    if (left.length > 0) this.waiting.set(owner, left);
    else this.waiting.delete(owner);
    return left.length < items.length;
  }

  get owners(): number {
    return this.waiting.size;
  }
}
