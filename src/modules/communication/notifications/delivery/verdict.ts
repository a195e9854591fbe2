import type { Channel } from '../decision/channels';
import { CategoryRules, decide, SOURCES, Source } from '../decision/decide';
import type { Recipient } from '../decision/recipients';
import type { Priority } from '../decision/priority';

/** What is looked at once more when a notice is about to be sent. */
export interface AboutToSend {
  readonly channel: Channel;
  readonly isDigest: boolean;
  readonly isRead: boolean;
  readonly isDeleted: boolean;
  readonly priority: Priority;
}

/** send: as it was decided. skip: it is no longer wanted. hold: not now. */
export type Verdict =
  | { readonly act: 'send' }
  | { readonly act: 'skip'; readonly reason: string }
  | { readonly act: 'hold'; readonly until: Date; readonly isDigest: boolean };

/** The same decision at the moment of sending: it only ever turns quieter. */
export function verdictOf(notice: AboutToSend, category: CategoryRules, recipient: Recipient, atMs: number): Verdict {
  const { channel, isDigest, isRead, isDeleted, priority } = notice;
  if (isDeleted) return { act: 'skip', reason: 'deleted' };
  if (isRead) return { act: 'skip', reason: 'read' };
  const decision = decide({ ...recipient, category, priority, atMs }).find((one) => one.channel === channel);
  if (!decision || decision.outcome === 'off') return { act: 'skip', reason: reasonOf(decision?.rule) };
  // What is due as a digest goes with it, whenever the next one would be.
  if (decision.notBefore === null || (isDigest && decision.outcome === 'digest')) return { act: 'send' };
  return { act: 'hold', until: new Date(decision.notBefore), isDigest: decision.outcome === 'digest' };
}

function reasonOf(rule: string | undefined): string {
  return rule === undefined || SOURCES.includes(rule as Source) ? 'switched_off' : rule;
}
