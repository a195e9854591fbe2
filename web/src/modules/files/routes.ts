import { IconFolder } from '@tabler/icons-react';
import { defineModule } from '../../shell/define-module';

export default defineModule({
  name: 'files',
  screens: [
    {
      path: '/files',
      title: 'Files',
      icon: IconFolder,
      group: 'content',
      component: () => import('./files'),
    },
    {
      path: '/files/shared',
      title: 'Shared with me',
      component: () => import('./shared'),
    },
    {
      path: '/files/$id',
      title: 'File',
      component: () => import('./file'),
    },
    {
      path: '/folders/$id',
      title: 'Folder',
      component: () => import('./folder'),
    },
  ],
  resources: {
    file: { title: 'File', path: (id) => `/files/${id}` },
    folder: { title: 'Folder', path: (id) => `/folders/${id}` },
  },
});
