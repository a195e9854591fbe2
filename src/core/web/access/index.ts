export {
  Access,
  ACCESS,
  CurrentUser,
  RequireRecentAuth,
  RECENT_AUTH_EXTENSION,
  HALF,
  AllowPartialAuth,
  Public,
  Require,
} from './access.decorators';
export { APP_PASSWORD_FAILURES, APP_PASSWORD_SCOPES, AppPasswordScope } from './app-password-scopes';
export { TakesAppPassword } from './takes-app-password';
export { AccessGuard } from './access.guard';
export { AccessEntry, AccessList, API_PREFIX } from './access-list';
export {
  Authentication,
  Authenticator,
  CookieScheme,
  LiveCaller,
  SessionScheme,
  TicketScheme,
  DelegatedTokenIssuer,
} from './authentication';
export {
  Assurance,
  MissingFactor,
  requireCaller,
  assertPerson,
  assertRecentAuth,
  Principal,
} from '../../kernel/context/principal';
export { basicOf, Door, DoorCaller, DoorError, DoorRequest } from './doors';
export { AccessDenials } from './access-denials';
export { ROLE_TABLE, Roles, RoleTable } from './roles';
export { canGrant, hasPermission, scopesOf, scopedPermission, permissionError } from './scopes';
