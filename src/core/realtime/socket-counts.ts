import type { GatewayOptions } from './gateway-options';

interface Count {
  total: number;
  readonly byPerson: Map<string, number>;
}

/** How many sockets each gateway has in this process, for its quotas. */
export class SocketCounts {
  private readonly counts = new Map<string, Count>();

  /** Whether this person may have one more at this gateway. */
  admits({ path, quotas = {} }: Pick<GatewayOptions, 'path' | 'quotas'>, userId: string): boolean {
    const { perPerson = Infinity, perInstance = Infinity } = quotas;
    const count = this.counts.get(path);
    return (count?.total ?? 0) < perInstance && (count?.byPerson.get(userId) ?? 0) < perPerson;
  }

  /** Counts one. @returns what takes it back, once */
  add(path: string, userId: string): () => void {
    const count = this.counts.get(path) ?? { total: 0, byPerson: new Map<string, number>() };
    this.counts.set(path, count);
    count.total += 1;
    count.byPerson.set(userId, (count.byPerson.get(userId) ?? 0) + 1);
    return () => {
      const left = (count.byPerson.get(userId) ?? 0) - 1;
      count.total -= 1;
      if (left > 0) count.byPerson.set(userId, left);
      else count.byPerson.delete(userId);
    };
  }
}
