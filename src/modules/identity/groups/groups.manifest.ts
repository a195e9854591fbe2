import { defineModule, keep } from '../../../core/module';
import { GroupsPersonalData } from './groups-personal-data';
import { GroupsModule } from './groups.module';
import { GroupsPermission } from './groups.permissions';

export const groupsManifest = defineModule({
  name: 'groups',
  group: 'identity',
  module: GroupsModule,
  uses: ['users'],
  permissions: { [GroupsPermission.Manage]: [] },
  personalData: [GroupsPersonalData],
  housekeeping: [keep(['groups', 'group_members'], 'until it is deleted')],
});
