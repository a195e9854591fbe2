import { IconTerminal2 } from '@tabler/icons-react';
import { defineModule } from '../../shell/define-module';

export default defineModule({
  name: 'logs',
  screens: [
    {
      path: '/logs',
      title: 'Logs',
      icon: IconTerminal2,
      group: 'platform',
      permission: 'read_logs',
      component: () => import('./logs'),
    },
  ],
});
