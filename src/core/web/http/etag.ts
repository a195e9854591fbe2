import { hash } from 'node:crypto';

/** The strong validator of a representation. */
export function etagOf(payload: string): string {
  return `"${hash('sha1', payload, 'base64url' as 'base64')}"`;
}

/** Whether an `If-Match` lets it be: only strong tags match (RFC 9110 section 13.1.1); without one it does. */
export function isMatch(ifMatch: string | undefined, etag: string): boolean {
  return ifMatch === undefined || ifMatch.trim() === '*' || ifMatch.split(',').some((one) => one.trim() === etag);
}

/** Whether an `If-None-Match` names this tag; weak ones count for reading (RFC 9110 section 13.1.2). */
export function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  return ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').some((one) => one.trim().replace(/^W\//, '') === etag);
}
