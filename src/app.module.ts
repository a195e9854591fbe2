import { DynamicModule, Module } from '@nestjs/common';
import { rolesFor } from './app.roles';
import type { Config } from './core/kernel/config';
import { CoreModule } from './core/core.module';
import { AuditModule } from './modules/identity/audit';
import { AuthModule } from './modules/identity/auth';
import { CatalogModule } from './modules/commerce/catalog';
import { ChatModule } from './modules/communication/chat';
import { FilesModule } from './modules/content/files';
import { GatewayModule } from './modules/platform/gateway';
import { LogsModule } from './modules/platform/logs';
import { MailModule } from './modules/communication/mail';
import { MfaModule } from './modules/identity/mfa';
import { OrdersModule } from './modules/commerce/orders';
import { SchoolModule } from './modules/school/school';
import { TasksModule } from './modules/platform/tasks';
import { UsersModule } from './modules/identity/users';

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
