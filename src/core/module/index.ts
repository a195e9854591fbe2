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
export { MANIFESTS, ModuleRegistry } from './module-registry';
export { roleTable } from './role-table';
