import { workerData } from 'node:worker_threads';
import { reply } from '../../../../core/runtime/thread';
import { draw } from './draw';
import type { Sheet } from './sheet';

void reply(() => draw(workerData as readonly Sheet[]));
