import { Injectable, Logger } from '@nestjs/common';
import { Audit } from '../../data/audit';

/** Of the same caller and call one refusal in so long goes into the trail. */
const QUIET_MS = 1000;
const REMEMBERED = 10_000;

/** Tells the audit trail what was refused to whom: `access.refused`. */
@Injectable()
export class AccessDenials {
  private readonly log = new Logger(AccessDenials.name);
  private readonly told = new Map<string, number>();

  constructor(private readonly audit: Audit) {}

  /**
   * @param call in the words of the access list
   * @param facts the code of the error and what it was about; without a database they go to the log, and the refusal stands all the same
   */
  async record(userId: string, call: string, facts: { code: string } & Record<string, unknown>): Promise<void> {
    if (!this.isNews(`${userId} ${call}`)) return;
    await this.audit
      .recordFailure({ action: 'access.refused', target: `call:${call}`, facts })
      .catch((cause: unknown) => this.log.error('A refusal is missing in the audit trail', cause));
  }

  private isNews(key: string): boolean {
    const nowMs = performance.now();
    if (nowMs - (this.told.get(key) ?? -Infinity) < QUIET_MS) return false;
    if (this.told.size >= REMEMBERED) this.told.clear();
    this.told.set(key, nowMs);
    return true;
  }
}
