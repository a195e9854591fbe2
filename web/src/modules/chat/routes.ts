import { IconMessages } from '@tabler/icons-react';
import { defineModule } from '../../shell/define-module';
import { msg } from '../../shell/text/msg';

export default defineModule({
  name: 'chat',
  screens: [
    {
      path: '/chat',
      title: 'Chat',
      icon: IconMessages,
      group: 'communication',
      firstStep: msg('Talk to somebody in a room'),
      component: () => import('./chat'),
    },
  ],
  home: [
    {
      order: 20,
      component: () => import('./home-chat'),
    },
  ],
});
