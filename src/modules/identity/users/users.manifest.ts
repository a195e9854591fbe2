import { defineModule } from '../../../core/module';
import { UsersModule } from './users.module';
import { UsersPermission } from './users.permissions';

export const usersManifest = defineModule({
  name: 'users',
  group: 'identity',
  module: UsersModule,
  uses: [],
  permissions: { [UsersPermission.Manage]: [] },
});
