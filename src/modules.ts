import type { ModuleManifest } from './core/module';
import { catalogManifest } from './modules/commerce/catalog';
import { ordersManifest } from './modules/commerce/orders';
import { chatManifest } from './modules/communication/chat';
import { mailManifest } from './modules/communication/mail';
import { notificationsManifest } from './modules/communication/notifications';
import { filesManifest } from './modules/content/files';
import { foldersManifest } from './modules/content/folders';
import { auditManifest } from './modules/identity/audit';
import { authManifest } from './modules/identity/auth';
import { groupsManifest } from './modules/identity/groups';
import { mfaManifest } from './modules/identity/mfa';
import { usersManifest } from './modules/identity/users';
import { activityManifest } from './modules/platform/activity';
import { commentsManifest } from './modules/platform/comments';
import { expressionsManifest } from './modules/platform/expressions';
import { gatewayManifest } from './modules/platform/gateway';
import { logsManifest } from './modules/platform/logs';
import { reportsManifest } from './modules/platform/reports';
import { searchManifest } from './modules/platform/search';
import { sharingManifest } from './modules/platform/sharing';
import { tasksManifest } from './modules/platform/tasks';
import { webhooksManifest } from './modules/platform/webhooks';
import { schoolManifest } from './modules/school/school';

/** Every role there is; a role beyond these cannot be given. */
export const ROLES = ['user', 'student', 'teacher', 'finance', 'admin'] as const;

/** The composition root: every module, each after those that it uses. */
export const MODULES: readonly ModuleManifest[] = [
  usersManifest,
  mailManifest,
  mfaManifest,
  authManifest,
  auditManifest,
  groupsManifest,
  sharingManifest,
  activityManifest,
  searchManifest,
  webhooksManifest,
  notificationsManifest,
  commentsManifest,
  catalogManifest,
  foldersManifest,
  filesManifest,
  tasksManifest,
  reportsManifest,
  ordersManifest,
  schoolManifest,
  chatManifest,
  logsManifest,
  gatewayManifest,
  expressionsManifest,
];
