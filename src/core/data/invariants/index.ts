export { Invariant, Invariants, noDuplicates } from './invariants';
export { InvariantReport } from '../../web/system/invariants.dto';
export { InvariantsPermission } from '../../web/system/invariants.permissions';
