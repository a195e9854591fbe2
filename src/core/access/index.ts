export {
  Access,
  ACCESS,
  CurrentUser,
  Fresh,
  FRESH_EXTENSION,
  HALF,
  HalfAuthenticated,
  Public,
  Require,
} from './access.decorators';
export { AccessGuard } from './access.guard';
export { AccessEntry, AccessList, API_PREFIX } from './access-list';
export { Authentication, Authenticator, CookieScheme, LiveCaller, SessionScheme, TicketScheme } from './authentication';
export { Assurance, Lack, needCaller, needFresh, Principal } from './principal';
export { ROLE_TABLE, Roles, RoleTable } from './roles';
