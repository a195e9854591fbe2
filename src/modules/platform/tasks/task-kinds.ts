import { Injectable } from '@nestjs/common';
import type { TaskKind } from './task-kind';

/** The kinds of tasks there are: ours and those other modules have added. */
@Injectable()
export class TaskKinds {
  private readonly byType = new Map<string, TaskKind>();

  /** @throws Error when another has its type */
  register(kind: TaskKind): void {
    if (this.byType.has(kind.type)) throw new Error(`Two kinds of task are named ${kind.type}`);
    this.byType.set(kind.type, kind);
  }

  /** null where this process has no such kind. */
  find(type: string): TaskKind | null {
    return this.byType.get(type) ?? null;
  }

  /** @throws Error where this process has no such kind: another release may */
  of(type: string): TaskKind {
    const kind = this.find(type);
    if (!kind) throw new Error(`There is no kind of task named ${type}`);
    return kind;
  }
}
