export { batches } from './batches';
export { MoneyColumn } from './columns';
export { onConstraint, onConstraints, violatedConstraint } from './constraints';
export { Database } from './database';
export { Gathered } from './gathered';
export { Row } from './row';
export { plannedAnew, Statement, statement } from './statement';
