import { IconArrowsSplit2 } from '@tabler/icons-react';
import { defineModule } from '../../shell/define-module';

export default defineModule({
  name: 'gateway',
  screens: [
    {
      path: '/gateway',
      title: 'Gateway',
      icon: IconArrowsSplit2,
      group: 'platform',
      permission: 'read_gateway',
      component: () => import('./gateway'),
    },
  ],
});
