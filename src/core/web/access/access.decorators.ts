import { applyDecorators, createParamDecorator, SetMetadata } from '@nestjs/common';
import { ApiExtension, ApiHeader, ApiSecurity } from '@nestjs/swagger';
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

export const BY_LINK = 'atrium:by-link';
export const LINK_HEADER = 'link-token';

/** Beside `@Require()`: also callers without an account who have opened a link; the service asks what it leads to. */
export const AllowLink = (): MethodDecorator =>
  applyDecorators(
    SetMetadata<string, boolean>(BY_LINK, true),
    ApiHeader({ name: 'Link-Token', required: false, description: '`link_token` of an opened link.' }),
  );

export const FRESH = 'atrium:fresh';
export const RECENT_AUTH_EXTENSION = 'x-fresh';

/** Beside `@Require()`: only callers who have proven within five minutes that it is them. */
export const RequireRecentAuth = (): MethodDecorator =>
  applyDecorators(SetMetadata<string, boolean>(FRESH, true), ApiExtension(RECENT_AUTH_EXTENSION, true));

/** The caller of a handler that says `@Require`, on every transport. */
export const CurrentUser = createParamDecorator((): Principal => {
  return requireCaller(currentContext().principal);
});
