import { IconHome } from '@tabler/icons-react';
import { defineModule } from '../../shell/define-module';

export default defineModule({
  name: 'home',
  screens: [
    {
      path: '/',
      title: 'Home',
      icon: IconHome,
      group: 'home',
      component: () => import('./home'),
    },
  ],
});
