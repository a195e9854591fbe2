import { Inject, Injectable, OnModuleInit } from '@nestjs/common';
import { sign } from 'jsonwebtoken';
import { Authentication, Principal } from '../../../../core/web/access';
import { Config, CONFIG } from '../../../../core/kernel/config';
import { ALGORITHM } from '../signing-keys/signing-key';
import { SigningKeys } from '../signing-keys/signing-keys';

const TYPE = 'atrium-identity+jwt';
const LIFE_S = 60;
/** The same caller gets the same token for so long: a signature costs more than all else of a call. */
const REUSED_MS = 30_000;

interface Made {
  readonly token: string;
  readonly kid: string;
  readonly untilMs: number;
}

/**
 * Tells services behind the gateway who calls, so that they can prove it by the public keys (`/.well-known/jwks.json`). Of a
 * kind of its own, for one service and a minute: it opens nothing here.
 */
@Injectable()
export class IdentityTokens implements OnModuleInit {
  private readonly made = new WeakMap<Principal, Map<string, Made>>();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly keys: SigningKeys,
    private readonly authentication: Authentication,
  ) {}

  onModuleInit(): void {
    this.authentication.useVoucher((caller, audience) => this.tokenFor(caller, audience));
  }

  private tokenFor(caller: Principal, audience: string): string {
    const byAudience = this.made.get(caller) ?? new Map<string, Made>();
    const known = byAudience.get(audience);
    if (known && known.untilMs > performance.now() && this.keys.find(known.kid)) return known.token;
    const { kid, signing } = this.keys.current();
    const { sessionId: sid, username, roles, permissions, assurance } = caller;
    const token = sign({ sid, username, roles, permissions: [...permissions].sort(), assurance }, signing, {
      algorithm: ALGORITHM,
      keyid: kid,
      issuer: this.config.publicUrl,
      audience,
      subject: caller.userId,
      expiresIn: LIFE_S,
      header: { alg: ALGORITHM, typ: TYPE },
    });
    byAudience.set(audience, { token, kid, untilMs: performance.now() + REUSED_MS });
    this.made.set(caller, byAudience);
    return token;
  }
}
