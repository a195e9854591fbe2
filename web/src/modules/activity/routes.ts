import { defineModule } from '../../shell/define-module';

export default defineModule({
  name: 'activity',
  screens: [],
  home: [
    {
      order: 60,
      component: () => import('./home-activity'),
    },
  ],
});
