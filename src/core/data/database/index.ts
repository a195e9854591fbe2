export { batches } from './batches';
export { MoneyColumn } from './columns';
export { onConstraint, onConstraints, violatedConstraint } from './constraints';
export { Database } from './database';
export { Gathered } from './gathered';
export { assertNoConnectionHeld, ScopeTransaction } from './scope';
export { databaseProbe } from './readiness';
export { Row } from './row';
export { plannedAnew, Statement, statement } from './statement';
