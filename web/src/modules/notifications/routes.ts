import { IconBell } from '@tabler/icons-react';
import { defineModule } from '../../shell/define-module';

export default defineModule({
  name: 'notifications',
  screens: [
    {
      path: '/notifications',
      title: 'Notifications',
      icon: IconBell,
      group: 'communication',
      component: () => import('./notifications'),
    },
    {
      path: '/notifications/settings',
      title: 'What I am told, and how',
      component: () => import('./settings'),
    },
  ],
  home: [
    {
      order: 5,
      component: () => import('./home-unread'),
    },
  ],
  head: () => import('./bell'),
});
