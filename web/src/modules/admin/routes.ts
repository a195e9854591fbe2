import { IconActivityHeartbeat, IconBolt, IconKey, IconShieldCheck, IconUsers } from '@tabler/icons-react';
import { defineModule } from '../../shell/define-module';

export default defineModule({
  name: 'admin',
  screens: [
    {
      path: '/admin/users',
      title: 'Accounts',
      icon: IconUsers,
      group: 'admin',
      permission: 'manage_users',
      component: () => import('./users'),
    },
    {
      path: '/admin/users/$id',
      title: 'Account',
      permission: 'manage_users',
      component: () => import('./user'),
    },
    {
      path: '/admin/services',
      title: 'Services',
      icon: IconKey,
      group: 'admin',
      permission: 'manage_users',
      component: () => import('./services'),
    },
    {
      path: '/admin/audit',
      title: 'Audit trail',
      icon: IconShieldCheck,
      group: 'admin',
      permission: 'read_audit',
      component: () => import('./audit'),
    },
    {
      path: '/admin/events',
      title: 'Events',
      icon: IconBolt,
      group: 'admin',
      permission: 'manage_events',
      component: () => import('./events'),
    },
    {
      path: '/admin/system',
      title: 'Health',
      icon: IconActivityHeartbeat,
      group: 'admin',
      permission: 'read_invariants',
      component: () => import('./system'),
    },
  ],
  home: [
    {
      order: 90,
      permission: 'read_invariants',
      component: () => import('./home-health'),
    },
  ],
});
