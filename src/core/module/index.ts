export {
  check,
  consume,
  defineDoor,
  defineModule,
  Demo,
  EventConsumer,
  HealthCheck,
  ModuleDoor,
  ModuleManifest,
  PermissionTable,
} from './define-module';
export { keep, sweepBy } from '../data/housekeeping';
export { Extension, ExtensionPoint } from './extension-point';
export { ModuleHealthController } from './module-health.controller';
export { MANIFESTS, ModuleRegistry } from './module-registry';
export { roleTable } from './role-table';
