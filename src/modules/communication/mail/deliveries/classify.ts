/** dead: there is no such mailbox. full: it takes nothing more. policy: the mail or its sender is not wanted. other: anything else. */
export type FailureKind = 'dead' | 'full' | 'policy' | 'other';

/** What a server has said of a mail that it refuses for good. */
export interface Failure {
  readonly kind: FailureKind;
  readonly state: 'bounced' | 'failed';
  /** A word for the trace. */
  readonly reason: string;
}

const REASONS: Record<FailureKind, string> = {
  dead: 'unknown_address',
  full: 'mailbox_full',
  policy: 'policy',
  other: 'refused',
};

/**
 * What a permanent failure means, of a reply (RFC 5321) as of a delivery report (RFC 3464): addressing (5.1.x) and a disabled mailbox
 * (5.2.1) are of an address that is dead; 5.7.x says nothing of the address.
 * @param status RFC 3463, as `5.1.1`; null where there is none
 */
export function classify(status: string | null): Failure {
  const kind = kindOf(status);
  return { kind, state: kind === 'policy' ? 'failed' : 'bounced', reason: REASONS[kind] };
}

/** The enhanced status code in a reply or in the `Status` of a report; null where there is none. */
export function statusOf(text: string): string | null {
  return /(?:^|[\s-])([245]\.\d{1,3}\.\d{1,3})(?=[\s;,]|$)/.exec(text)?.[1] ?? null;
}

function kindOf(status: string | null): FailureKind {
  if (status === null) return 'other';
  // 5.1.7 and 5.1.8 are of the sender's address.
  if (/^5\.1\.(?![78]$)/.test(status) || status === '5.2.1') return 'dead';
  if (status === '5.2.2') return 'full';
  return status.startsWith('5.7.') || /^5\.1\.[78]$/.test(status) ? 'policy' : 'other';
}
