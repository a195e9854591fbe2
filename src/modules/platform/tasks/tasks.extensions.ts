import type { Type } from '@nestjs/common';
import { ExtensionPoint } from '../../../core/module';
import type { ReportSource } from './reports/dataset';
import type { TaskKind } from './task-kind';

/** Kinds of tasks that other modules add; each is a provider of theirs. */
export const TASK_KINDS = new ExtensionPoint<Type<TaskKind>>('tasks.kinds');

/** What reports are made of, by the modules that have something to report; each is a provider of theirs. */
export const REPORT_SOURCES = new ExtensionPoint<Type<ReportSource>>('tasks.report-sources');
