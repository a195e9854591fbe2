import { isIPv6 } from 'node:net';

const MOST = 20;
const WINDOW_MS = 60_000;
const REMEMBERED = 10_000;

/** Counts wrong app passwords by the network that they come from, in this process: 20 in a minute. */
export class WrongPasswords {
  private readonly byNetwork = new Map<string, number[]>();

  isTooMany(address: string, nowMs: number): boolean {
    return this.recent(address, nowMs).length >= MOST;
  }

  add(address: string, nowMs: number): void {
    if (this.byNetwork.size >= REMEMBERED) this.byNetwork.clear();
    this.byNetwork.set(networkOf(address), [...this.recent(address, nowMs), nowMs]);
  }

  private recent(address: string, nowMs: number): number[] {
    return (this.byNetwork.get(networkOf(address)) ?? []).filter((atMs) => nowMs - atMs < WINDOW_MS);
  }
}

/** An address of IPv4, or the 64 bits of one of IPv6 that a subscriber has. */
const networkOf = (address: string): string => (isIPv6(address) ? address.split(':').slice(0, 4).join(':') : address);
