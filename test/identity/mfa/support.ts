import { Clock } from '../../../src/core/kernel/runtime';
import { codeOf, stepAt } from '../../../src/modules/identity/mfa/totp';
import type { User } from '../../../src/modules/identity/users/entities/user.entity';
import type { TestApp } from '../../support/app';
import type { Client } from '../../support/client';
import { PASSWORD } from '../../support/make';

const STEP_MS = 30_000;

/** Tokens of one session and who calls with them. */
export interface Signed {
  readonly client: Client;
  readonly accessToken: string;
  readonly refreshToken: string;
}

/** Somebody whose second factor is on. */
export interface Enrolled extends Signed {
  readonly user: User;
  readonly secret: string;
  readonly recoveryCodes: string[];
}

/** A clock that stands still in the middle of a step, for all these instances, and what an app shows by it. */
export class Phone {
  private nowMs = 0;

  constructor(private readonly apps: readonly TestApp[]) {}

  /** Sets the clocks to the present step. */
  start(): void {
    this.nowMs = stepAt(Date.now()) * STEP_MS + STEP_MS / 2;
    for (const { app } of this.apps) jest.spyOn(app.get(Clock), 'nowMs').mockImplementation(() => this.nowMs);
  }

  /** On to the next step, whose code is not used yet. */
  tick(): void {
    this.nowMs += STEP_MS;
  }

  code(secret: string, awayS = 0): string {
    return codeOf(secret, stepAt(this.nowMs + awayS * 1000));
  }

  /** A code that none of the steps near has. */
  wrong(secret: string): string {
    const near = [-60, -30, 0, 30, 60].map((awayS) => this.code(secret, awayS));
    return ['000000', '111111', '222222', '333333', '444444', '555555'].find((code) => !near.includes(code)) as string;
  }

  /** Somebody who has enrolled and enabled; the clock is a step further, so that the next code is good. */
  async enrolled(values: Partial<User> = {}): Promise<Enrolled> {
    const [t] = this.apps;
    const { user, client } = await t.make.person(values);
    const { secret } = (await client.post('/auth/mfa/enroll')).body;
    const { status, body } = await client.post('/auth/mfa/enable', { code: this.code(secret) });
    if (status !== 200) throw new Error(`Not enabled: ${JSON.stringify(body)}`);
    this.tick();
    return { user, secret, recoveryCodes: body.recovery_codes, ...signed(t, body) };
  }
}

/** The tokens of an answer. */
export function signed(t: TestApp, body: { access_token: string; refresh_token: string }): Signed {
  const { access_token: accessToken, refresh_token: refreshToken } = body;
  return { accessToken, refreshToken, client: t.client.as(accessToken) };
}

/** The first step of a login. */
export async function logIn(t: TestApp, { email }: Pick<User, 'email'>): Promise<Signed> {
  const { status, body } = await t.client.post('/auth/login', { email, password: PASSWORD });
  if (status !== 200) throw new Error(`Not logged in: ${JSON.stringify(body)}`);
  return signed(t, body);
}
