import { DynamicModule, Module } from '@nestjs/common';
import type { Config } from './core/kernel/config';
import { CoreModule } from './core/core.module';
import { MODULES, ROLES } from './modules';

/** The application: core, and every module of `modules.ts`. */
@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [CoreModule.with(config, ROLES, MODULES), ...MODULES.map(({ module }) => module)],
    };
  }
}
