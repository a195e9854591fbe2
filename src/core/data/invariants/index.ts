export { Invariant, InvariantCheck, Invariants, Verification, Violation } from './invariants';
