import type { Message } from './room-socket';

export interface Waiting {
  readonly clientId: string;
  readonly content: string;
  readonly fileName: string | null;
}

export type Entry =
  | { readonly kind: 'message'; readonly message: Message }
  | { readonly kind: 'note'; readonly id: number; readonly name: string; readonly rest: string };

/** What is shown of a room, in its order; each change makes a new one. */
export interface RoomLog {
  readonly entries: readonly Entry[];
  /** Said and not yet heard. */
  readonly waiting: readonly Waiting[];
  readonly first: number;
  readonly last: number;
}

export const EMPTY: RoomLog = { entries: [], waiting: [], first: Infinity, last: 0 };

const seqOf = (entry: Entry): number => (entry.kind === 'message' ? entry.message.seq : -1);

/** Puts a message in its place; the one that waited for it goes. */
export function placed(log: RoomLog, message: Message): RoomLog {
  const { seq, client_id: clientId } = message;
  const entry: Entry = { kind: 'message', message };
  const rest = log.entries.filter((one) => seqOf(one) !== seq);
  const later = seq > log.last ? -1 : rest.findIndex((one) => seqOf(one) > seq);
  const at = later === -1 ? rest.length : later;
  return {
    entries: [...rest.slice(0, at), entry, ...rest.slice(at)],
    waiting: log.waiting.filter((one) => one.clientId !== clientId),
    first: Math.min(log.first, seq),
    last: Math.max(log.last, seq),
  };
}

/** Takes an edit or a deletion, where the message is shown and is not newer already. */
export function changed(log: RoomLog, message: Message): RoomLog {
  const isNewer = (known: Message): boolean =>
    !known.deleted_at && (message.deleted_at !== null || (message.edited_at ?? '') >= (known.edited_at ?? ''));
  const entries = log.entries.map((one) =>
    one.kind === 'message' && one.message.seq === message.seq && isNewer(one.message) ? { ...one, message } : one,
  );
  return { ...log, entries };
}

/** Says who came or went. */
export function noted(log: RoomLog, { content, name = '' }: { content: string; name?: string }): RoomLog {
  const rest = content.startsWith(name) ? content.slice(name.length) : ` ${content}`;
  return { ...log, entries: [...log.entries, { kind: 'note', id: log.entries.length, name, rest }] };
}

export const awaited = (log: RoomLog, one: Waiting): RoomLog => ({ ...log, waiting: [...log.waiting, one] });

/** It was heard, or refused. */
export const forgotten = (log: RoomLog, clientId: string | undefined): RoomLog => ({
  ...log,
  waiting: log.waiting.filter((one) => one.clientId !== clientId),
});

/** What somebody said last, of what is shown. */
export function newestOf(log: RoomLog, userId: string): Message | null {
  const own = log.entries.flatMap((one) =>
    one.kind === 'message' && one.message.sender_id === userId && !one.message.deleted_at ? [one.message] : [],
  );
  return own.reduce<Message | null>((newest, one) => (newest && newest.seq > one.seq ? newest : one), null);
}
