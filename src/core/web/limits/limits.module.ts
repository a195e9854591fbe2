import { Module } from '@nestjs/common';
import { ThrottlerModule } from '@nestjs/throttler';
import { Config, CONFIG } from '../../kernel/config';
import { groupOf, RateLimiter } from './rate-limiter';
import { WindowStorage } from './window-storage';

@Module({ providers: [WindowStorage], exports: [WindowStorage] })
class WindowStorageModule {}

@Module({
  imports: [
    WindowStorageModule,
    ThrottlerModule.forRootAsync({
      imports: [WindowStorageModule],
      inject: [CONFIG, WindowStorage],
      useFactory: (config: Config, storage: WindowStorage) => ({
        storage,
        throttlers: [
          {
            limit: (context) => config.rateLimits[groupOf(context.switchToHttp().getRequest(), config)].limit,
            ttl: (context) => config.rateLimits[groupOf(context.switchToHttp().getRequest(), config)].windowMs,
          },
        ],
      }),
    }),
  ],
  providers: [RateLimiter],
  exports: [RateLimiter],
})
export class LimitsModule {}
