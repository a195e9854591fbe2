import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { sign } from 'jsonwebtoken';
import { ExtractJwt, Strategy, StrategyOptionsWithoutRequest } from 'passport-jwt';
import { Config, CONFIG } from '../../core/config';
import { Clock, isId, Keys, newId } from '../../core/runtime';

/** What an access token says; everything else is asked of its session. */
export interface AccessClaims {
  /** User. */
  readonly sub: string;
  /** Session. */
  readonly sid: string;
  /** Seconds since 1970. */
  readonly exp: number;
}

/** A public key as RFC 7517 has it. */
export interface Jwk {
  readonly kty: string;
  readonly crv: string;
  readonly x: string;
  readonly y: string;
  readonly kid: string;
  readonly alg: string;
  readonly use: string;
}

const AUDIENCE = 'atrium';
const ALGORITHM = 'ES256';
const REMEMBERED = 20_000;

/** Signs and checks access tokens: ES256 alone, issuer, audience and kind pinned (RFC 8725). */
@Injectable()
export class AccessTokens extends PassportStrategy(Strategy, 'jwt') {
  private readonly kid: string;
  /** Tokens whose signature was good, by their hash, until they expire: a signature costs ten times a hash. */
  private readonly known = new Map<string, AccessClaims>();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly keys: Keys,
    private readonly clock: Clock,
  ) {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      secretOrKey: keys.verifying as unknown as string, // a KeyObject made once; the types lag behind
      algorithms: [ALGORITHM],
      issuer: config.publicUrl,
      audience: AUDIENCE,
    } satisfies StrategyOptionsWithoutRequest);
    this.kid = thumbprint(keys);
  }

  /** What others check our tokens with. */
  publicKey(): Jwk {
    const { kty, crv, x, y } = this.keys.verifying.export({ format: 'jwk' }) as Record<
      'kty' | 'crv' | 'x' | 'y',
      string
    >;
    return { kty, crv, x, y, kid: this.kid, alg: ALGORITHM, use: 'sig' };
  }

  /** A new token of this session. */
  issue(userId: string, sessionId: string): string {
    return sign({ sid: sessionId, use: 'access' }, this.keys.signing, {
      algorithm: ALGORITHM,
      keyid: this.kid,
      issuer: this.config.publicUrl,
      audience: AUDIENCE,
      subject: userId,
      jwtid: newId(),
      expiresIn: this.config.accessTokenTtlS,
      header: { alg: ALGORITHM, typ: 'at+jwt' },
    });
  }

  /** The claims of a good token, or null. The session may have ended all the same. */
  read(token: string): AccessClaims | null | Promise<AccessClaims | null> {
    const key = createHash('sha256').update(token).digest('base64');
    const claims = this.known.get(key);
    if (!claims) return hasOneSpelling(token) ? this.verify(token, key) : null;
    if (claims.exp * 1000 > this.clock.nowMs()) return claims;
    this.known.delete(key);
    return null;
  }

  /** Called by passport-jwt once signature, issuer, audience and times are good. */
  validate(payload: Record<string, unknown>): AccessClaims | null {
    const { sub, sid, exp, use } = payload;
    const whole = typeof sub === 'string' && typeof sid === 'string' && typeof exp === 'number';
    return whole && isId(sid) && use === 'access' ? { sub, sid, exp } : null;
  }

  private async verify(token: string, key: string): Promise<AccessClaims | null> {
    const claims = await new Promise<AccessClaims | null>((resolve, reject) => {
      // What passport's own middleware does, without a request: so every transport comes through here.
      const attempt = Object.assign(Object.create(this) as AccessTokens & Record<string, unknown>, {
        success: (found: AccessClaims) => resolve(found),
        fail: () => resolve(null),
        error: reject,
      });
      attempt.authenticate({ headers: { authorization: `Bearer ${token}` } } as never, {});
    });
    if (claims) {
      if (this.known.size >= REMEMBERED) this.known.clear();
      this.known.set(key, claims);
    }
    return claims;
  }
}

/** Whether the signature has no stray bits after its last byte, which decoding would drop unseen. */
function hasOneSpelling(token: string): boolean {
  const signature = token.slice(token.lastIndexOf('.') + 1);
  return Buffer.from(signature, 'base64url').toString('base64url') === signature;
}

/** Key id: the JWK's thumbprint (RFC 7638). */
function thumbprint(keys: Keys): string {
  const { crv, kty, x, y } = keys.verifying.export({ format: 'jwk' });
  return createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url');
}
