import { IconListCheck } from '@tabler/icons-react';
import { defineModule } from '../../shell/define-module';

export default defineModule({
  name: 'tasks',
  screens: [
    {
      path: '/tasks',
      title: 'Tasks',
      icon: IconListCheck,
      group: 'platform',
      component: () => import('./tasks'),
    },
  ],
  home: [
    {
      order: 10,
      component: () => import('./home-tasks'),
    },
  ],
});
