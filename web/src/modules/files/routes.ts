import { IconFolder } from '@tabler/icons-react';
import { defineModule } from '../../shell/define-module';
import { msg } from '../../shell/text/msg';

export default defineModule({
  name: 'files',
  screens: [
    {
      path: '/files',
      title: 'Files',
      icon: IconFolder,
      group: 'content',
      firstStep: msg('Keep a file, and share it'),
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
