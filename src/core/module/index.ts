export {
  check,
  consume,
  defineModule,
  Demo,
  EventConsumer,
  HealthCheck,
  ModuleManifest,
  PermissionTable,
} from './define-module';
export { Extension, ExtensionPoint } from './extension-point';
export { ModuleHealthController } from './module-health.controller';
export { MANIFESTS, ModuleRegistry } from './module-registry';
export { roleTable } from './role-table';
