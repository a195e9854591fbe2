import {
  IconCalendarEvent,
  IconCertificate,
  IconChartDots,
  IconFileImport,
  IconSchool,
  IconTableOptions,
  IconUsers,
} from '@tabler/icons-react';
import { defineModule } from '../../shell/define-module';
import { msg } from '../../shell/text/msg';

export default defineModule({
  name: 'school',
  screens: [
    {
      path: '/school/grades',
      title: 'My grades',
      icon: IconCertificate,
      group: 'school',
      roles: ['student'],
      firstStep: msg('Look at your grades'),
      component: () => import('./my-grades'),
    },
    {
      path: '/school/gradebook',
      title: 'Gradebook',
      icon: IconTableOptions,
      group: 'school',
      permission: 'manage_school',
      roles: ['teacher'],
      firstStep: msg('Grade a class'),
      component: () => import('./gradebook'),
    },
    {
      path: '/school/classrooms',
      title: 'Classrooms',
      icon: IconSchool,
      group: 'school',
      permission: 'manage_school',
      roles: ['teacher', 'student'],
      component: () => import('./classrooms'),
    },
    {
      path: '/school/classrooms/$id',
      title: 'Classroom',
      permission: 'manage_school',
      roles: ['teacher', 'student'],
      component: () => import('./classroom'),
    },
    {
      path: '/school/students',
      title: 'My pupils',
      icon: IconUsers,
      group: 'school',
      roles: ['teacher'],
      component: () => import('./students'),
    },
    {
      path: '/school/students/$id',
      title: 'Transcript',
      component: () => import('./transcript'),
    },
    {
      path: '/school/terms',
      title: 'Terms',
      icon: IconCalendarEvent,
      group: 'school',
      permission: 'manage_school',
      component: () => import('./terms'),
    },
    {
      path: '/school/reports',
      title: 'School reports',
      icon: IconChartDots,
      group: 'school',
      permission: 'manage_school',
      roles: ['teacher'],
      component: () => import('./reports'),
    },
    {
      path: '/school/import',
      title: 'Import and export',
      icon: IconFileImport,
      group: 'school',
      permission: 'manage_school',
      component: () => import('./import'),
    },
    {
      path: '/school/verify',
      title: 'Verify a transcript',
      frame: 'bare',
      component: () => import('./verify'),
    },
    {
      path: '/school/verify/$code',
      title: 'Verify a transcript',
      frame: 'bare',
      component: () => import('./verify'),
    },
  ],
  home: [
    {
      order: 40,
      roles: ['student'],
      component: () => import('./home-grades'),
    },
  ],
});
