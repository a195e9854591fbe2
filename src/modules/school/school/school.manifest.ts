import { consume, defineModule, keep } from '../../../core/module';
import { MAIL_TEMPLATES } from '../../communication/mail';
import { NOTIFICATION_CATEGORIES } from '../../communication/notifications';
import { GROUP_RULES } from '../../identity/groups';
import { REPORT_SOURCES } from '../../platform/reports';
import { RESOURCE_KINDS } from '../../platform/sharing';
import { TASK_KINDS } from '../../platform/tasks';
import { CLASSROOM_GROUPS, ClassroomResources } from './classrooms/classroom-resources';
import { WEBHOOK_EVENTS } from '../../platform/webhooks';
import { GradeMails } from './grades/grade-mails';
import { GRADES_RECORDED } from './grades/mails/grades-recorded';
import { GRADE_RECORDED } from './grades/public-grades';
import { PdfReportTask } from './reports/pdf-report.task';
import { SchoolDatasets } from './reports/school.datasets';
import { ENROLLED, GRADES_NOTICE, SchoolNotices, TERM_CLOSED } from './school-notices';
import { SchoolPersonalData } from './school-personal-data';
import { SchoolDemo } from './school.demo';
import { GradesRecorded, SchoolTermClosed, StudentsEnrolled } from './school.events';
import { SCHOOL_INVARIANTS } from './school.invariants';
import { SchoolModule } from './school.module';
import { SchoolPermission } from './school.permissions';

export const schoolManifest = defineModule({
  name: 'school',
  group: 'school',
  module: SchoolModule,
  uses: ['files', 'groups', 'mail', 'notifications', 'reports', 'sharing', 'tasks', 'users', 'webhooks'],
  permissions: { [SchoolPermission.Manage]: [] },
  events: [
    consume(GradesRecorded, 'school.mail-grades', GradeMails, (mails, event) => mails.notify(event)),
    consume(GradesRecorded, 'school.notify-grades', SchoolNotices, (notices, event, { eventId }) =>
      notices.gradesRecorded(event, eventId),
    ),
    consume(StudentsEnrolled, 'school.notify-enrolled', SchoolNotices, (notices, event, { eventId }) =>
      notices.enrolled(event, eventId),
    ),
    consume(SchoolTermClosed, 'school.notify-term-closed', SchoolNotices, (notices, event, { eventId }) =>
      notices.termClosed(event, eventId),
    ),
  ],
  invariants: SCHOOL_INVARIANTS,
  personalData: [SchoolPersonalData],
  extends: [
    GROUP_RULES.add(CLASSROOM_GROUPS),
    RESOURCE_KINDS.add(ClassroomResources),
    MAIL_TEMPLATES.add(GRADES_RECORDED),
    NOTIFICATION_CATEGORIES.add(GRADES_NOTICE, ENROLLED, TERM_CLOSED),
    TASK_KINDS.add(PdfReportTask),
    REPORT_SOURCES.add(SchoolDatasets),
    WEBHOOK_EVENTS.add(GRADE_RECORDED),
  ],
  demo: { provider: SchoolDemo },
  housekeeping: [
    keep(['school_terms', 'school_transcripts', 'enrollments', 'grades', 'grade_versions', 'tutorships'], 'for ever'),
    keep(['classrooms'], 'until it is deleted'),
  ],
});
