export { batches } from './batches';
export { MoneyColumn } from './columns';
export { onConstraint, onConstraints, violatedConstraint } from './constraints';
export { Database } from './database';
export { Row } from './row';
export { Statement, statement } from './statement';
