import { defineWebhookEvent, WebhookSubject } from '../../../platform/webhooks';
import { GradesRecorded } from '../school.events';
import { SchoolPermission } from '../school.permissions';
import { seesGrade } from '../visibility';

const GRADE: WebhookSubject = {
  word: 'grade',
  path: (id) => `/api/v1/grades/${id}`,
  permission: SchoolPermission.Manage,
  seenBy: (id, user) =>
    `EXISTS (SELECT FROM grades g WHERE g.id = ${id} AND g.deleted_at IS NULL AND ${seesGrade('g', user)})`,
};

/** A grade was given or changed. */
export const GRADE_RECORDED = defineWebhookEvent('grades.recorded', GRADE, GradesRecorded, ({ grades }) =>
  grades.map(({ gradeId }) => gradeId),
);
