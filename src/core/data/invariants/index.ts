export { Invariant, InvariantCheck, Invariants, noDuplicates, Verification, Violation } from './invariants';
