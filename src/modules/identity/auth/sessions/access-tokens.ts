import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { sign } from 'jsonwebtoken';
import { ExtractJwt, Strategy, StrategyOptionsWithoutRequest } from 'passport-jwt';
import { Config, CONFIG } from '../../../../core/kernel/config';
import { Clock, isId, newId } from '../../../../core/kernel/runtime';
import { ALGORITHM } from '../signing-keys/signing-key';
import { SigningKeys } from '../signing-keys/signing-keys';

/** What an access token says; everything else is asked of its session. */
export interface AccessClaims {
  /** User. */
  readonly sub: string;
  /** Session. */
  readonly sid: string;
  /** Seconds since 1970. */
  readonly exp: number;
}

const AUDIENCE = 'atrium';
const TYPE = 'at+jwt';
const REMEMBERED = 20_000;

/** Signs and checks access tokens: ES256 alone, issuer, audience and kind pinned (RFC 8725). */
@Injectable()
export class AccessTokens extends PassportStrategy(Strategy, 'jwt') {
  /** Tokens whose signature was good, by their hash, until they expire: a signature costs ten times a hash. */
  private readonly known = new Map<string, { readonly claims: AccessClaims; readonly kid: string }>();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly keys: SigningKeys,
    private readonly clock: Clock,
  ) {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      secretOrKeyProvider: (_, token: string, done) => {
        const kid = kidOf(token);
        const key = kid === null ? undefined : keys.find(kid);
        if (key)
          done(null, key.verifying as unknown as string); // a KeyObject made once; the types lag behind
        else done(new Error('No such key'));
      },
      algorithms: [ALGORITHM],
      issuer: config.publicUrl,
      audience: AUDIENCE,
    } satisfies StrategyOptionsWithoutRequest);
  }

  /** A new token of this session. */
  issue(userId: string, sessionId: string): string {
    const { kid, signing } = this.keys.current();
    return sign({ sid: sessionId, use: 'access' }, signing, {
      algorithm: ALGORITHM,
      keyid: kid,
      issuer: this.config.publicUrl,
      audience: AUDIENCE,
      subject: userId,
      jwtid: newId(),
      expiresIn: this.config.accessTokenTtlS,
      header: { alg: ALGORITHM, typ: TYPE },
    });
  }

  /** The claims of a good token, or null. The session may have ended all the same. */
  read(token: string): AccessClaims | null | Promise<AccessClaims | null> {
    const key = createHash('sha256').update(token).digest('base64');
    const known = this.known.get(key);
    if (!known) return this.verify(token, key);
    if (known.claims.exp * 1000 > this.clock.nowMs() && this.keys.find(known.kid)) return known.claims;
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
    const kid = hasOneSpelling(token) ? kidOf(token) : null;
    if (kid === null || !(this.keys.find(kid) ?? (await this.keys.lookFor(kid)))) return null;
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
      this.known.set(key, { claims, kid });
    }
    return claims;
  }
}

/** Whether the signature has no stray bits after its last byte, which decoding would drop unseen. */
function hasOneSpelling(token: string): boolean {
  const signature = token.slice(token.lastIndexOf('.') + 1);
  return Buffer.from(signature, 'base64url').toString('base64url') === signature;
}

/** The key that a header of ours names; null for any other header, such as one that brings a key along. */
function kidOf(token: string): string | null {
  try {
    const header = JSON.parse(Buffer.from(token.split('.', 1)[0], 'base64url').toString()) as Record<string, unknown>;
    const { alg, typ, kid, ...more } = header;
    const isOurs = alg === ALGORITHM && typ === TYPE && Object.keys(more).length === 0;
    return isOurs && typeof kid === 'string' && /^[\w-]{43}$/.test(kid) ? kid : null;
  } catch {
    return null;
  }
}
