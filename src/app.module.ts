import { DynamicModule, Module } from '@nestjs/common';
import type { Config } from './core/kernel/config';
import { CoreModule } from './core/core.module';
import type { ModuleManifest } from './core/module';
import { MODULES, ROLES } from './modules';

/** The application: core, and every module of `modules.ts`. */
@Module({})
export class AppModule {
  static with(config: Config, modules: readonly ModuleManifest[] = MODULES): DynamicModule {
    return {
      module: AppModule,
      imports: [CoreModule.with(config, ROLES, modules), ...modules.map(({ module }) => module)],
    };
  }
}
