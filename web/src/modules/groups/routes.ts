import { IconUsersGroup } from '@tabler/icons-react';
import { defineModule } from '../../shell/define-module';

export default defineModule({
  name: 'groups',
  screens: [
    {
      path: '/groups',
      title: 'Groups',
      icon: IconUsersGroup,
      group: 'content',
      component: () => import('./groups'),
    },
    {
      path: '/groups/$id',
      title: 'Group',
      component: () => import('./group'),
    },
  ],
});
