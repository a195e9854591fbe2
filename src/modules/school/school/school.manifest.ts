import { defineModule, keep } from '../../../core/module';
import { SchoolDemo } from './school.demo';
import { SchoolModule } from './school.module';
import { SchoolPermission } from './school.permissions';

export const schoolManifest = defineModule({
  name: 'school',
  group: 'school',
  module: SchoolModule,
  uses: ['files', 'mail', 'tasks', 'users'],
  permissions: { [SchoolPermission.Manage]: [] },
  demo: { provider: SchoolDemo },
  housekeeping: [
    keep(['school_terms', 'school_transcripts', 'enrollments', 'grades', 'grade_versions', 'tutorships'], 'for ever'),
    keep(['classrooms'], 'until it is deleted'),
  ],
});
