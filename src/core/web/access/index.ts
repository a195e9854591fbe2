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
export {
  Authentication,
  Authenticator,
  CookieScheme,
  LiveCaller,
  SessionScheme,
  TicketScheme,
  Voucher,
} from './authentication';
export { Assurance, Lack, needCaller, needFresh, Principal } from '../../kernel/context/principal';
export { Refusals } from './refusals';
export { ROLE_TABLE, Roles, RoleTable } from './roles';
export { covers, holds, reachOf, scopedPermission, wrongWord } from './scopes';
