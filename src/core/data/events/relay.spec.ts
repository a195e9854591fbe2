import type { Queue } from 'bull';
import type { Config } from '../../kernel/config';
import type { Database } from '../database';
import type { Events } from './events';
import { EventsProcessor } from './relay';

/** Whether it fetches jobs before and after every module has been initialised. */
function asks(appRole: Config['appRole']): boolean[] {
  const process = jest.fn();
  const queue = { process } as unknown as Queue<{ id: string }>;
  const processor = new EventsProcessor({ appRole } as Config, {} as Database, {} as Events, queue);
  const before = process.mock.calls.length > 0;
  processor.onApplicationBootstrap();
  return [before, process.mock.calls.length > 0];
}

describe('EventsProcessor', () => {
  it('delivers nothing before every module has said what it listens to', () => {
    expect(asks('all')).toEqual([false, true]);
  });

  it('delivers nothing where only requests are served', () => {
    expect(asks('web')).toEqual([false, false]);
  });
});
