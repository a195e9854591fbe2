export { InvariantReport } from './invariants.dto';
export { InvariantsPermission } from './invariants.permissions';
export { DeadLetters } from './dead-letters';
export { EventsController } from './events.controller';
export { EventsPermission } from './events.permissions';
