import { workerData } from 'node:worker_threads';
import { reply } from '../../../../core/kernel/runtime/thread';
import type { Operation } from '../dto/task.dto';
import { aggregate } from './aggregate';

const { operation, values } = workerData as { operation: Operation; values: Float64Array };
void reply((progress) => aggregate(values, operation, progress));
