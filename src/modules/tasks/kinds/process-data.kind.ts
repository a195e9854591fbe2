import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { inThread } from '../../../core/runtime/thread';
import type { Operation } from '../dto/task.dto';
import type { RunningTask, TaskKind, TaskTools } from '../task-kind';

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

const THREAD = join(__dirname, 'aggregate.thread.js');

/** Numbers added up, averaged or counted, in a thread of its own. */
@Injectable()
export class ProcessDataKind implements TaskKind<ProcessDataInput, ProcessDataResult> {
  readonly type = PROCESS_DATA;

  async run({ input }: RunningTask<ProcessDataInput>, { signal, progress }: TaskTools): Promise<ProcessDataResult> {
    const { operation, values } = input;
    const data = { operation, values: Float64Array.from(values) };
    const result = await inThread<number | string>(THREAD, data, { signal, onProgress: progress });
    return { operation, result, items_processed: values.length };
  }
}
