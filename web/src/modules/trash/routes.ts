import { IconTrash } from '@tabler/icons-react';
import { defineModule } from '../../shell/define-module';

export default defineModule({
  name: 'trash',
  screens: [
    {
      path: '/trash',
      title: 'Trash',
      icon: IconTrash,
      group: 'content',
      component: () => import('./trash'),
    },
  ],
});
