import { DynamicModule, Module } from '@nestjs/common';
import { rolesFor } from './app.roles';
import type { Config } from './core/config';
import { CoreModule } from './core/core.module';
import { AuditModule } from './modules/audit';
import { AuthModule } from './modules/auth';
import { CatalogModule } from './modules/catalog';
import { ChatModule } from './modules/chat';
import { FilesModule } from './modules/files';
import { GatewayModule } from './modules/gateway';
import { LogsModule } from './modules/logs';
import { MailModule } from './modules/mail';
import { MfaModule } from './modules/mfa';
import { OrdersModule } from './modules/orders';
import { SchoolModule } from './modules/school';
import { TasksModule } from './modules/tasks';
import { UsersModule } from './modules/users';

/** The composition root: the only place that knows every module. */
@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        CoreModule.with(config, rolesFor(config)),
        MailModule,
        UsersModule,
        MfaModule,
        AuthModule,
        AuditModule,
        CatalogModule,
        OrdersModule,
        SchoolModule,
        FilesModule,
        ChatModule,
        TasksModule,
        GatewayModule,
        LogsModule,
      ],
    };
  }
}
