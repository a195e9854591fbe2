/** An event as its delivery needs it. */
export interface ToldEvent {
  readonly type: string;
  readonly about: string;
  readonly subjectId: string;
  /** Of the subject, whole. */
  readonly url: string;
  readonly actorId: string | null;
  readonly happenedAt: Date;
}

/** What a receiver gets: what has happened to what, and where to ask for more. The same at every attempt. */
export function thinBody({ type, about, subjectId, url, actorId, happenedAt }: ToldEvent): string {
  const data = { id: subjectId, type: about, url, ...(actorId !== null && { actor_id: actorId }) };
  return JSON.stringify({ type, timestamp: happenedAt.toISOString(), data });
}
