import { ApiClient, type Credential } from './api-client';
import type { components, operations } from './schema';

type Schemas = components['schemas'];
/** What `validate` answers. */
type Validation = operations['auth_validate']['responses'][200]['content']['application/json'];

/** Accounts and sessions. */
export class AuthClient extends ApiClient {
  /** Makes an account. @throws AtriumError `email_taken`, `username_taken` */
  register(input: Schemas['RegisterInput']): Promise<Schemas['User']> {
    return this.answerOf(this.api.POST('/api/v1/auth/register', { body: input }));
  }

  /** Opens a session, by `email` or `username`. @throws AtriumError `invalid_credentials` */
  login(input: Schemas['LoginInput']): Promise<Schemas['TokenPair']> {
    return this.answerOf(this.api.POST('/api/v1/auth/login', { body: input }));
  }

  /** The next pair of tokens. */
  refresh(refreshToken: string): Promise<Schemas['TokenPair']> {
    return this.answerOf(this.api.POST('/api/v1/auth/refresh', { body: { refresh_token: refreshToken } }));
  }

  /** Ends the caller's session. */
  logout(): Promise<void> {
    return this.done(this.api.POST('/api/v1/auth/logout'));
  }

  /** Who the caller is. */
  me(): Promise<Schemas['User']> {
    return this.answerOf(this.api.GET('/api/v1/auth/me'));
  }

  /** Whose session a token is: how a service checks who calls it. @throws AtriumError `unauthenticated` where it is no good */
  validate(token: Credential): Promise<Validation> {
    const theirs = this.as(token);
    return theirs.answerOf(theirs.api.POST('/api/v1/auth/validate'));
  }
}
