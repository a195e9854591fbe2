export { LogsModule } from './logs.module';
export { LogsPermission } from './logs.permissions';
