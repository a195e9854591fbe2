import { applyDecorators, createParamDecorator, SetMetadata } from '@nestjs/common';
import { ApiExtension, ApiSecurity } from '@nestjs/swagger';
import { currentContext } from '../../kernel/context/context';
import { MissingFactor, requireCaller, Principal } from '../../kernel/context/principal';

/** Who may call a handler: anyone, or a signed-in user with all of these permissions (possibly none). */
export type Access =
  { readonly kind: 'public' } | { readonly kind: 'require'; readonly permissions: readonly string[] };

export const ACCESS = 'atrium:access';

/** Anyone may call this, signed in or not. */
export const Public = (): MethodDecorator => SetMetadata<string, Access>(ACCESS, { kind: 'public' });

/** Only signed-in users may call this, and only with all these permissions. */
export const Require = (...permissions: string[]): MethodDecorator =>
  applyDecorators(SetMetadata<string, Access>(ACCESS, { kind: 'require', permissions }), ApiSecurity('bearer'));

export const HALF = 'atrium:half-authenticated';

/** Beside `@Require()`: also callers who still lack one of these may call this. All others of them the guard refuses. */
export const AllowPartialAuth = (...lacking: [MissingFactor, ...MissingFactor[]]): MethodDecorator =>
  SetMetadata<string, readonly MissingFactor[]>(HALF, lacking);

export const FRESH = 'atrium:fresh';
export const RECENT_AUTH_EXTENSION = 'x-fresh';

/** Beside `@Require()`: only callers who have proven within five minutes that it is them. */
export const RequireRecentAuth = (): MethodDecorator =>
  applyDecorators(SetMetadata<string, boolean>(FRESH, true), ApiExtension(RECENT_AUTH_EXTENSION, true));

/** The caller of a handler that says `@Require`, on every transport. */
export const CurrentUser = createParamDecorator((): Principal => {
  return requireCaller(currentContext().principal);
});
