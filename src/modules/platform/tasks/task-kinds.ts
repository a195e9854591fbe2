import { Injectable, OnModuleInit } from '@nestjs/common';
import { ModuleRegistry } from '../../../core/module';
import type { TaskKind } from './task-kind';
import { TASK_KINDS } from './tasks.extensions';

/** The kinds of tasks there are: ours and those other modules have added. */
@Injectable()
export class TaskKinds implements OnModuleInit {
  private readonly byType = new Map<string, TaskKind>();

  constructor(private readonly modules: ModuleRegistry) {}

  onModuleInit(): void {
    for (const kind of this.modules.extensionsOf(TASK_KINDS)) this.register(this.modules.get(kind));
  }

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
