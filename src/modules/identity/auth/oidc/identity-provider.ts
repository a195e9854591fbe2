import { Logger } from '@nestjs/common';
import { isEmail } from 'class-validator';
import * as client from 'openid-client';
import { isPlainHttp, OidcProviderConfig } from './oidc-providers';
import { AppError } from '../../../../core/kernel/errors';
import { AddressGuard, Breaker, CircuitOpen, guardedFetch, inTime, wordOf } from '../../../../core/outbound';
import { cleanEmail, nameFrom } from '../../../../core/kernel/text';
import type { Identity, LoginSecrets, ProviderAnswer } from './identity';
import { IdentityProviderRefused, IdentityProviderUnavailable, LoginCancelled } from './oidc.errors';

/** Of one call outward. */
const TIMEOUT_S = 4;
/** Of all calls for one answer of a browser's, together below the five seconds that a request may take. */
const WHOLE_MS = 4500;
const RETRY_S = 5;
/** What the provider's clock may be off by. */
const CLOCK_TOLERANCE_S = 30;
/** After so long its endpoints are asked for anew. Its keys are `openid-client`'s to renew. */
const METADATA_MS = 3_600_000;
const MAX_NAME = 200;

/**
 * One OpenID Connect provider (code flow, OpenID Connect Core 1.0 section 3.1), and the only file that knows
 * `openid-client`. Every call outward ends after four seconds. Its tokens are used here and forgotten.
 */
export class IdentityProvider {
  private readonly log = new Logger(IdentityProvider.name);
  /** Where the provider's document sends us is not believed: to private addresses only if the issuer is there itself. */
  private readonly fetch: client.CustomFetch;
  private found: { readonly metadata: Promise<client.Configuration>; readonly atMs: number } | null = null;

  constructor(
    readonly settings: OidcProviderConfig,
    private readonly redirectUri: string,
    breaker: Breaker,
  ) {
    const timeouts = { connectMs: TIMEOUT_S * 1000, silenceMs: TIMEOUT_S * 1000 };
    const fetch = guardedFetch(new AddressGuard([new URL(settings.issuer).hostname]), timeouts);
    this.fetch = async (url, options) => {
      const permit = await breaker.admit();
      try {
        const answer = await fetch(url, options);
        if (answer.status >= 500) permit.failed(String(answer.status));
        else permit.succeeded();
        return answer;
      } catch (error) {
        permit.failed(wordOf(error));
        throw error;
      }
    };
  }

  /** Where to send a browser. @throws IdentityProviderUnavailable */
  async authorizationUrl({ state, nonce, verifier }: LoginSecrets): Promise<string> {
    const metadata = await this.metadata();
    const url = client.buildAuthorizationUrl(metadata, {
      redirect_uri: this.redirectUri,
      scope: this.settings.scopes,
      state,
      nonce,
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
    return url.href;
  }

  /**
   * Who the browser's answer stands for; the code in it is exchanged, so it works once.
   * @throws IdentityProviderUnavailable, IdentityProviderRefused, LoginCancelled
   */
  async identityOf(answer: ProviderAnswer, secrets: LoginSecrets): Promise<Identity> {
    try {
      return await inTime(this.exchange(answer, secrets), WHOLE_MS);
    } catch (error) {
      throw this.meaningOf(error);
    }
  }

  private async exchange(answer: ProviderAnswer, { state, nonce, verifier }: LoginSecrets): Promise<Identity> {
    const metadata = await this.metadata();
    const tokens = await client.authorizationCodeGrant(metadata, this.currentUrl(answer), {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims() as client.IDToken;
    const { userinfo_endpoint: more } = metadata.serverMetadata();
    // Of a code flow most comes from there (section 5.4); some say it in the token at once, some a part in each.
    const isEnough = !more || ENOUGH.every((claim) => claims[claim] !== undefined);
    const rest = isEnough ? {} : await client.fetchUserInfo(metadata, tokens.access_token, claims.sub);
    return { issuer: claims.iss, subject: claims.sub, ...readProfile(together(claims, rest)) };
  }

  /** The registered address with this query, whatever host the request named. */
  private currentUrl(answer: ProviderAnswer): URL {
    const url = new URL(this.redirectUri);
    for (const [name, values] of Object.entries(answer)) {
      for (const value of [values ?? []].flat()) url.searchParams.append(name, value);
    }
    return url;
  }

  /** Asked for once by all who wait, and again after a failure. */
  private metadata(): Promise<client.Configuration> {
    const nowMs = performance.now();
    if (this.found && nowMs - this.found.atMs < METADATA_MS) return this.found.metadata;
    const metadata = this.discover().catch((error: unknown) => {
      if (this.found?.metadata === metadata) this.found = null;
      throw this.unavailable(error);
    });
    this.found = { metadata, atMs: nowMs };
    return metadata;
  }

  private discover(): Promise<client.Configuration> {
    const { issuer, clientId, clientSecret } = this.settings;
    return client.discovery(
      new URL(issuer),
      clientId,
      { [client.clockTolerance]: CLOCK_TOLERANCE_S },
      authenticationBy(clientSecret),
      {
        timeout: TIMEOUT_S,
        [client.customFetch]: this.fetch,
        execute: [
          client.enableNonRepudiationChecks, // the signature of the ID token too, not the connection alone
          ...(isPlainHttp(this.settings) ? [client.allowInsecureRequests] : []),
        ],
      },
    );
  }

  private meaningOf(error: unknown): AppError {
    if ([error, (error as Error).cause].some((one) => one instanceof CircuitOpen)) return this.unavailable(error);
    if (error instanceof AppError) return error;
    if (error instanceof client.AuthorizationResponseError) {
      if (error.error === 'access_denied') return new LoginCancelled();
      if (TEMPORARY.has(error.error)) return this.unavailable(error);
    }
    if (isOutOfReach(error)) return this.unavailable(error);
    this.tell('was not believed', error);
    return new IdentityProviderRefused();
  }

  private unavailable(error: unknown): AppError {
    this.tell('does not answer', error);
    return new IdentityProviderUnavailable({ retryAfterS: RETRY_S });
  }

  /** No more than this: what caused it may carry tokens. */
  private tell(what: string, error: unknown): void {
    const { message, code, error: said } = error as { message?: string; code?: string; error?: string };
    this.log.warn(`Provider ${this.settings.name} ${what}: ${[message, code, said].filter(Boolean).join(', ')}`);
  }
}

type Claims = Readonly<Record<string, unknown>>;

/** What an ID token must say for nothing more to be asked. */
const ENOUGH = ['email', 'email_verified', 'name'];

/**
 * What the token says, which is signed, and for the rest what the provider answers. Whether an address is verified is believed
 * only of the address that it was said beside.
 */
function together(token: Claims, more: Claims): Claims {
  const email = token.email ?? more.email;
  const isSaidOf = (claims: Claims): boolean => claims.email === undefined || claims.email === email;
  const saying = [token, more].find((claims) => claims.email_verified !== undefined && isSaidOf(claims));
  const said = Object.fromEntries(Object.entries(token).filter(([, value]) => value !== undefined));
  return { ...more, ...said, email, email_verified: saying?.email_verified };
}

/** RFC 6749 section 4.1.2.1. */
const TEMPORARY: ReadonlySet<string> = new Set(['server_error', 'temporarily_unavailable']);
/** What `fetch` throws, by name, since `openid-client` hands on some as they are and some as a cause. */
const NO_ANSWER: ReadonlySet<string> = new Set(['TypeError', 'TimeoutError', 'AbortError']);

/** No connection, no answer in time, or an answer of 500 and above. */
function isOutOfReach(error: unknown): boolean {
  const { name, code, cause, status } = error as Partial<Error> & { code?: string; cause?: Cause; status?: number };
  if ((status ?? cause?.status ?? 0) >= 500) return true;
  const isOfFetch = code === undefined || code === 'OAUTH_TIMEOUT' || code === 'OAUTH_ABORT';
  if (code === 'ETIMEDOUT') return true;
  return isOfFetch && [name, cause?.name].some((one) => one !== undefined && NO_ANSWER.has(one));
}

interface Cause {
  readonly name?: string;
  readonly status?: number;
}

/** By header as RFC 6749 section 2.3.1 prefers, unless the provider names only the other way. */
function authenticationBy(secret: string): client.ClientAuth {
  const [byHeader, byBody] = [client.ClientSecretBasic(secret), client.ClientSecretPost(secret)];
  return (server, ...rest) => {
    const ways = server.token_endpoint_auth_methods_supported ?? [];
    const isBody = ways.includes('client_secret_post') && !ways.includes('client_secret_basic');
    return (isBody ? byBody : byHeader)(server, ...rest);
  };
}

function readProfile(claims: Claims): Pick<Identity, 'email' | 'emailVerified' | 'fullName'> {
  const email = typeof claims.email === 'string' ? cleanEmail(claims.email) : '';
  return {
    email: email.length <= 254 && isEmail(email) ? email : null,
    // Some say it as text, which the standard does not.
    emailVerified: claims.email_verified === true || claims.email_verified === 'true',
    fullName: fullNameIn(claims),
  };
}

/** `name`, else the given and the family name, else what they like to be called (OpenID Connect Core 5.1). */
function fullNameIn(claims: Claims): string | null {
  const [name, given, family, nick] = ['name', 'given_name', 'family_name', 'nickname'].map((claim) => {
    const value = claims[claim];
    return typeof value === 'string' ? nameFrom(value, MAX_NAME) : null;
  });
  const joined = [given, family].filter((part) => part !== null).join(' ');
  return name ?? nameFrom(joined, MAX_NAME) ?? nick;
}
