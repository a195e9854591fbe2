import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { inThread } from '../../../../core/kernel/runtime/thread';
import type { Operation } from '../dto/task.dto';
import type { RunningTask, TaskKind, TaskTools } from '../task-kind';
import { aggregate } from './aggregate';

export const PROCESS_DATA = 'process_data';

interface ProcessDataInput {
  readonly operation: Operation;
  readonly values: readonly number[];
}

interface ProcessDataResult {
  readonly operation: Operation;
  /** Text where a JSON number would not be read as exactly this. */
  readonly result: number | string;
  readonly items_processed: number;
}

/** So few are worked out sooner than a thread begins. */
const FEW = 1000;
const THREAD = join(__dirname, 'aggregate.thread.js');

/** Numbers added up, averaged or counted: many of them in a thread of its own. */
@Injectable()
export class ProcessDataKind implements TaskKind<ProcessDataInput, ProcessDataResult> {
  readonly type = PROCESS_DATA;

  async run({ input }: RunningTask<ProcessDataInput>, { signal, progress }: TaskTools): Promise<ProcessDataResult> {
    const { operation, values } = input;
    if (values.length <= FEW)
      return { operation, result: aggregate(values, operation), items_processed: values.length };
    const data = { operation, values: Float64Array.from(values) };
    const result = await inThread<number | string>(THREAD, data, { signal, onProgress: progress });
    return { operation, result, items_processed: values.length };
  }
}
