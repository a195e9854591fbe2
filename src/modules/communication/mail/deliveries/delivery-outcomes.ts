import { Injectable, Logger } from '@nestjs/common';
import { Audit } from '../../../../core/data/audit';
import { Batcher, Database } from '../../../../core/data/database';
import { Events } from '../../../../core/data/events';
import { newId } from '../../../../core/kernel/runtime';
import { MailBounced, MailFailed, MailSent } from '../mail.events';
import type { DeliveryState } from '../messages/entities/mail-delivery.entity';
import type { StepKind } from '../messages/entities/mail-step.entity';
import { SuppressionList } from '../suppressions/suppression-list';
import type { ClaimedDelivery } from './claimed-delivery';
import { classify, FailureKind } from './classify';
import { PAUSE, RELEASE, RESUME, SETTLE } from './delivery.statements';
import type { MailRefused, Reply } from './mail-transport';
import { pauseAfter, waitAfter } from './schedule';

interface Outcome {
  readonly delivery: ClaimedDelivery;
  readonly lease: string;
  readonly kind: StepKind;
  readonly state: DeliveryState;
  readonly reply: Reply | null;
  readonly ms: number | null;
  readonly reason: string | null;
  /** Seconds to the next attempt. */
  readonly wait: number | null;
  readonly failure: FailureKind | null;
  readonly pauses: boolean;
}

const NOTHING = {
  kind: 'attempt',
  reply: null,
  ms: null,
  reason: null,
  wait: null,
  failure: null,
  pauses: false,
} as const;
const PAUSES_S = [1, 2, 3, 4].map(pauseAfter);

/** Writes down what came of attempts. A process that has lost its lease changes nothing. */
@Injectable()
export class DeliveryOutcomes {
  private readonly log = new Logger(DeliveryOutcomes.name);
  /** A commit for each would keep as many connections waiting for the disk. */
  private readonly batches = new Batcher<Outcome, void>(async (outcomes) => {
    await this.db.transaction(() => this.settle(outcomes));
    return outcomes.map(() => undefined);
  });
  /** Domains that have asked for a pause, as far as this process knows. */
  private readonly paused = new Set<string>();

  constructor(
    private readonly db: Database,
    private readonly audit: Audit,
    private readonly events: Events,
    private readonly suppressions: SuppressionList,
  ) {}

  sent(delivery: ClaimedDelivery, lease: string, reply: Reply, ms: number): Promise<void> {
    return this.batches.do({ ...NOTHING, delivery, lease, state: 'sent', reply, ms });
  }

  /** For good by 5xx, else for a while. */
  refused(
    delivery: ClaimedDelivery,
    lease: string,
    { reply, isFinal, wantsPause }: MailRefused,
    ms: number,
  ): Promise<void> {
    if (isFinal) {
      const { kind: failure, state, reason } = classify(reply.status);
      return this.batches.do({ ...NOTHING, delivery, lease, state, reply, ms, reason, failure });
    }
    const wait = waitAfter(delivery.attempts + 1);
    const reason = reply.code === null ? 'no_reply' : 'deferred';
    return this.batches.do({
      ...NOTHING,
      delivery,
      lease,
      state: 'deferred',
      reply,
      ms,
      reason,
      wait,
      pauses: wantsPause,
    });
  }

  /** Without an attempt: the list has the address. */
  suppressed(delivery: ClaimedDelivery, lease: string): Promise<void> {
    return this.batches.do({
      ...NOTHING,
      delivery,
      lease,
      kind: 'suppressed',
      state: 'suppressed',
      reason: 'suppressed',
    });
  }

  /** Without an attempt: it is of no use any more, or nobody can read it. */
  givenUp(delivery: ClaimedDelivery, lease: string, reason: 'expired' | 'unreadable'): Promise<void> {
    return this.batches.do({ ...NOTHING, delivery, lease, kind: 'expired', state: 'failed', reason });
  }

  /** They were not sent, which says nothing of them. */
  async release(ids: readonly string[], lease: string, seconds: number): Promise<void> {
    if (ids.length > 0) await this.db.execute(RELEASE, [ids, lease, seconds]);
  }

  private async settle(outcomes: readonly Outcome[]): Promise<void> {
    const rows = outcomes.map(({ delivery: { id }, lease, kind, state, reply, ms, reason, wait }) => ({
      ...{ step_id: newId(), id, lease, kind, state, reason, wait, ms },
      ...{ code: reply?.code ?? null, status: reply?.status ?? null, tls: reply?.tls ?? null },
    }));
    const settled = await this.db.query<{ id: string }>(SETTLE, [JSON.stringify(rows)]);
    const ids = new Set(settled.map(({ id }) => id));
    for (const one of outcomes) if (ids.has(one.delivery.id)) await this.follow(one);
    await this.resume(outcomes);
  }

  private async follow({ delivery, state, reply, reason, failure, pauses }: Outcome): Promise<void> {
    const { id, messageId, senderId, template, address, domain } = delivery;
    if (pauses) {
      this.paused.add(domain);
      await this.db.executeAtCommit(PAUSE, [domain, PAUSES_S]);
    }
    if (failure) await this.suppressions.follow(failure, id, address);
    if (state === 'bounced' || state === 'failed') {
      const facts = {
        reason: reply ? 'refused' : reason,
        template,
        ...(reply && { reply: reply.code, status: reply.status }),
      };
      this.log.warn(`Mail ${id} is given up: ${JSON.stringify(facts)}`);
      await this.audit.record({ action: 'mail.sent', outcome: 'failure', target: `mail:${id}`, facts });
    }
    if (senderId === null) return;
    if (state === 'sent') await this.events.emit(new MailSent(messageId, id));
    if (state === 'bounced') await this.events.emit(new MailBounced(messageId, id));
    if (state === 'failed') await this.events.emit(new MailFailed(messageId, id));
  }

  private async resume(outcomes: readonly Outcome[]): Promise<void> {
    const well = outcomes.filter(({ state, delivery }) => state === 'sent' && this.paused.delete(delivery.domain));
    if (well.length > 0) await this.db.executeAtCommit(RESUME, [well.map(({ delivery }) => delivery.domain)]);
  }
}
