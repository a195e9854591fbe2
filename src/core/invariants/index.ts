export { Invariant, Invariants } from './invariants';
export { InvariantReport } from './invariants.dto';
export { InvariantsPermission } from './invariants.permissions';
