import { defineModule, keep } from '../../../core/module';
import { noDuplicates } from '../../../core/data/invariants';
import { UsersModule } from './users.module';
import { UsersPermission } from './users.permissions';

export const usersManifest = defineModule({
  name: 'users',
  group: 'identity',
  module: UsersModule,
  uses: [],
  permissions: { [UsersPermission.Manage]: [] },
  invariants: { addresses: noDuplicates('user', 'users', 'email') },
  housekeeping: [keep(['users'], 'for ever; the row of an erased account is emptied')],
});
