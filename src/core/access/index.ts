export { Access, ACCESS, CurrentUser, Public, Require } from './access.decorators';
export { AccessGuard } from './access.guard';
export { AccessEntry, AccessList, API_PREFIX } from './access-list';
export { Authentication, Authenticator } from './authentication';
export { Assurance, needCaller, Principal } from './principal';
export { ROLE_TABLE, Roles, RoleTable } from './roles';
