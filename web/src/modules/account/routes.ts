import { defineModule } from '../../shell/define-module';

export default defineModule({
  name: 'account',
  screens: [
    {
      path: '/login',
      title: 'Sign in',
      frame: 'bare',
      component: () => import('./login'),
    },
  ],
});
