import { defineModule, keep } from '../../../core/module';
import { UsersModule } from './users.module';
import { UsersPermission } from './users.permissions';

export const usersManifest = defineModule({
  name: 'users',
  group: 'identity',
  module: UsersModule,
  uses: [],
  permissions: { [UsersPermission.Manage]: [] },
  housekeeping: [keep(['users'], 'for ever; the row of an erased account is emptied')],
});
