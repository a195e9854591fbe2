import { IconMessages } from '@tabler/icons-react';
import { defineModule } from '../../shell/define-module';

export default defineModule({
  name: 'chat',
  screens: [
    {
      path: '/chat',
      title: 'Chat',
      icon: IconMessages,
      group: 'communication',
      component: () => import('./chat'),
    },
  ],
});
