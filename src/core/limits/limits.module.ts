import { Module } from '@nestjs/common';
import { ThrottlerModule } from '@nestjs/throttler';
import { Config, CONFIG } from '../config';
import { groupOf, RateLimiter } from './rate-limiter';
import { WindowStorage } from './window-storage';

@Module({ providers: [WindowStorage], exports: [WindowStorage] })
class WindowStorageModule {}

@Module({
  imports: [
    ThrottlerModule.forRootAsync({
      imports: [WindowStorageModule],
      inject: [CONFIG, WindowStorage],
      useFactory: (config: Config, storage: WindowStorage) => ({
        storage,
        throttlers: [
          {
            limit: (context) => config.rateLimits[groupOf(context, config)].limit,
            ttl: (context) => config.rateLimits[groupOf(context, config)].windowMs,
          },
        ],
      }),
    }),
  ],
  providers: [RateLimiter],
  exports: [RateLimiter],
})
export class LimitsModule {}
