export { Invariant, Invariants, noDuplicates } from './invariants';
export { InvariantReport } from './invariants.dto';
export { InvariantsPermission } from './invariants.permissions';
