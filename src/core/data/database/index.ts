export { batches } from './batches';
export { MoneyColumn } from './columns';
export { onConstraint, onConstraints, violatedConstraint } from './constraints';
export { Database } from './database';
export { Batcher } from './batcher';
export { Row } from './row';
export { unpreparedStatement, Statement, statement } from './statement';
