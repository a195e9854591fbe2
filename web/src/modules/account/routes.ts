import { defineModule } from '../../shell/define-module';
import { msg } from '../../shell/text/msg';

export default defineModule({
  name: 'account',
  screens: [
    {
      path: '/login',
      title: 'Sign in',
      frame: 'bare',
      component: () => import('./login'),
    },
    {
      path: '/mfa',
      title: 'Second step',
      frame: 'bare',
      component: () => import('./mfa'),
    },
    {
      path: '/mfa/setup',
      title: 'Second factor',
      frame: 'bare',
      component: () => import('./mfa-setup'),
    },
    {
      path: '/register',
      title: 'Make an account',
      frame: 'bare',
      component: () => import('./register'),
    },
    {
      path: '/forgot',
      title: 'Forgotten password',
      frame: 'bare',
      component: () => import('./forgot'),
    },
    {
      path: '/reset',
      title: 'New password',
      frame: 'bare',
      component: () => import('./reset'),
    },
    {
      path: '/verify',
      title: 'Your address',
      frame: 'bare',
      component: () => import('./verify'),
    },
    {
      path: '/account',
      title: 'Your account',
      firstStep: msg('Make your account safe by a second factor'),
      component: () => import('./account'),
    },
  ],
});
