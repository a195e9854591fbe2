import type { Job } from 'bull';
import type { Database } from '../database';
import type { Events } from './events';
import { EventsProcessor } from './relay';

describe('EventsProcessor', () => {
  it('delivers nothing before every module has said what it listens to', async () => {
    const query = jest.fn().mockResolvedValue([]);
    const processor = new EventsProcessor({ query } as unknown as Database, {} as Events);
    const delivered = processor.deliver({ data: { id: 'one' } } as Job<{ id: string }>);
    await new Promise((resolve) => setImmediate(resolve));
    expect(query).not.toHaveBeenCalled();
    processor.onApplicationBootstrap();
    await delivered;
    expect(query).toHaveBeenCalledTimes(1);
  });
});
