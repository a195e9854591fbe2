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
export { keep, sweepBy } from '../data/housekeeping';
export { Extension, ExtensionPoint } from './extension-point';
export { MANIFESTS, ModuleRegistry } from './module-registry';
export { roleTable } from './role-table';
