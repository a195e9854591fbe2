import { Injectable, OnModuleInit } from '@nestjs/common';
import { Database } from '../../../../core/data/database';
import { Poller } from '../../../../core/data/polling';
import { Bus, isNumber, isString, listOf, objectOf, oneOf, Topic } from '../../../../core/data/redis';
import { TASK_STATUSES } from '../entities/task.entity';
import type { TaskNews } from '../task-row';
import { VERSIONS } from './task-transitions';

type Listener = (news: TaskNews) => void;

interface Watcher {
  version: number;
  wake: () => void;
}

const isNews = objectOf<TaskNews>({ id: isString, status: oneOf(...TASK_STATUSES), version: isNumber });
const TOPIC: Topic<readonly TaskNews[]> = {
  name: 'tasks.changed',
  accepts: (payload): payload is readonly TaskNews[] => listOf(isNews)(payload),
};
const POLL_INTERVAL_MS = 400;

/**
 * Who waits for a change of a task hears of it here: over the bus at once, and, since the bus may lose it, by asking
 * Postgres for the versions of all watched tasks in one statement, as long as any is watched.
 */
@Injectable()
export class TaskChanges implements OnModuleInit {
  private readonly watched = new Map<string, Set<Watcher>>();
  private readonly listeners: Listener[] = [];
  private readonly untold: TaskNews[] = [];

  constructor(
    private readonly db: Database,
    private readonly bus: Bus,
    private readonly poller: Poller,
  ) {}

  onModuleInit(): void {
    this.bus.subscribe(TOPIC, (all) => {
      for (const news of all) this.heard(news);
    });
    this.poller.register<{ id: string; version: number | null }>({
      name: 'tasks.versions',
      everyMs: POLL_INTERVAL_MS,
      select: VERSIONS,
      values: () => (this.watched.size > 0 ? [[...this.watched.keys()]] : null),
      found: (rows) => {
        for (const { id, version } of rows) this.wake(id, version ?? Infinity); // who reads it next finds it gone
      },
    });
  }

  /** Tells all instances, once the open transaction has committed. */
  announce({ id, status, version }: TaskNews): void {
    this.db.afterCommit(() => {
      if (this.untold.push({ id, status, version }) === 1) setImmediate(() => this.notify());
    });
  }

  /** What has changed in one moment goes as one message. */
  private notify(): void {
    void this.bus.publish(TOPIC, this.untold.splice(0));
  }

  /** Hears of every change that the bus brings. */
  onChange(listener: Listener): void {
    this.listeners.push(listener);
  }

  /** Waits until the task has a higher version than this one, or the signal is aborted. */
  async after(id: string, version: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    const watchers = this.watched.get(id) ?? new Set();
    this.watched.set(id, watchers);
    let watcher: Watcher | undefined;
    await new Promise<void>((resolve) => {
      watcher = { version, wake: resolve };
      watchers.add(watcher);
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
    watchers.delete(watcher as Watcher);
    if (watchers.size === 0 && this.watched.get(id) === watchers) this.watched.delete(id);
  }

  private heard(news: TaskNews): void {
    for (const listener of this.listeners) listener(news);
    this.wake(news.id, news.version);
  }

  private wake(id: string, version: number): void {
    for (const watcher of this.watched.get(id) ?? []) {
      if (version > watcher.version) watcher.wake();
    }
  }
}
