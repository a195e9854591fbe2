import type { Readable } from 'node:stream';
import { Injectable, OnApplicationBootstrap } from '@nestjs/common';
import { Poller } from '../../../core/data/polling';
import { levelOf, Permission } from './levels';
import { Actor, Rights } from './rights';

const EVERY_MS = 400;

interface Watched {
  readonly actor: Actor;
  readonly resourceId: string;
  readonly level: number;
  readonly end: () => void;
}

/** Ends within a second what somebody holds open when they lose the right to it, its time ends, or it is thrown away. */
@Injectable()
export class RightsWatch implements OnApplicationBootstrap {
  private readonly watched = new Map<number, Watched>();
  private last = 0;

  constructor(
    private readonly poller: Poller,
    private readonly rights: Rights,
  ) {}

  onApplicationBootstrap(): void {
    this.poller.register<{ n: number }>({
      name: 'sharing.watched',
      everyMs: EVERY_MS,
      select: this.rights.lostOf(
        'unnest($1::int[], $2::uuid[], $3::uuid[], $4::uuid[], $5::int[]) AS w(n, user_id, link_id, resource_id, level)',
        'w.n',
      ),
      values: () => (this.watched.size === 0 ? null : this.values()),
      found: (rows) => rows.forEach(({ n }) => this.watched.get(n)?.end()),
    });
  }

  /** @param end called when the right is gone, once or more @returns what ends the watch */
  watch(actor: Actor, resourceId: string, permission: Permission, end: () => void): () => void {
    const n = (this.last = (this.last + 1) % 2 ** 31);
    this.watched.set(n, { actor, resourceId, level: levelOf(permission), end });
    return () => this.watched.delete(n);
  }

  /** The same for a stream, which is destroyed. Who manages everybody's keeps it as long as their session. */
  watchStream(stream: Readable, actor: Actor, resourceId: string, type: string): void {
    if (this.rights.managesAll(actor, type)) return;
    const release = this.watch(actor, resourceId, 'view', () => stream.destroy());
    stream.once('close', release);
  }

  private values(): unknown[] {
    const all = [...this.watched];
    return [
      all.map(([n]) => n),
      all.map(([, { actor }]) => actor.userId),
      all.map(([, { actor }]) => actor.linkId ?? null),
      all.map(([, { resourceId }]) => resourceId),
      all.map(([, { level }]) => level),
    ];
  }
}
