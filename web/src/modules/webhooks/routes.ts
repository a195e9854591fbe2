import { IconWebhook } from '@tabler/icons-react';
import { defineModule } from '../../shell/define-module';

export default defineModule({
  name: 'webhooks',
  screens: [
    {
      path: '/webhooks',
      title: 'Webhooks',
      icon: IconWebhook,
      group: 'platform',
      component: () => import('./webhooks'),
    },
    {
      path: '/webhooks/$id',
      title: 'Webhook',
      component: () => import('./webhook'),
    },
  ],
});
