import type { Type } from '@nestjs/common';
import { ExtensionPoint } from '../../../core/module';
import type { TaskKind } from './task-kind';

/** Kinds of tasks that other modules add; each is a provider of theirs. */
export const TASK_KINDS = new ExtensionPoint<Type<TaskKind>>('tasks.kinds');
