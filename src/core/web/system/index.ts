export { InvariantReport } from './invariants.dto';
export { InvariantsPermission } from './invariants.permissions';
