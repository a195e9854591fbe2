import { AsyncLocalStorage } from 'node:async_hooks';
import { DEFAULT_READER, Locale, localeOf, Reader } from '../text';
import type { Principal } from './principal';

/** Who is asking, and through what: travels with a request, a socket message or a job. */
export interface Context {
  readonly requestId: string;
  readonly transport: 'rest' | 'graphql' | 'socket' | 'job' | 'cli';
  /** The client's address after TRUST_PROXY; null for work nobody asked for. */
  readonly clientIp: string | null;
  readonly userAgent: string | null;
  /** What the client says of its languages. */
  readonly acceptLanguage?: string;
  /** Set by the edge once the credential is known to be good. */
  principal: Principal | null;
  /** Set by the edge when the caller is known by a cookie of the browser and not by a header. */
  byCookie?: true;
  /** Set by the edge when there was a cookie, which did not count: nothing showed that a page of ours sent it. */
  cookieWithheld?: true;
  /** Set by the edge when a credential of a door was no good. */
  credentialRefused?: true;
  /** Set by the edge from the address: of a link that the caller has opened. */
  linkToken?: string;
  /** Set by the edge for a body of JSON without anything in it. */
  emptyJson?: true;
  /** Headers that the answer gets, lower case; set by `setAnswerHeader`. */
  answerHeaders: Record<string, string | string[]> | null;
  /** In place of the handler's status, when it went well; set by `setAnswerStatus`. */
  answerStatus?: number;
}

const storage = new AsyncLocalStorage<Context>();

/** Runs the work, and all it awaits, within this context. */
export function runInContext<T>(context: Context, work: () => T): T {
  return storage.run(context, work);
}

/** The present context, or null outside of any. */
export function findContext(): Context | null {
  return storage.getStore() ?? null;
}

/** The present context. @throws Error when there is none: a mistake of ours. */
export function currentContext(): Context {
  const context = storage.getStore();
  if (!context) throw new Error('No request context here');
  return context;
}

/** The language of who asks: as the account has it, else as the client says. */
export function localeOfCaller(): Locale {
  const context = storage.getStore();
  return context?.principal?.reader?.locale ?? localeOf(context?.acceptLanguage);
}

/** By whose clock who asks is told times. */
export function readerOfCaller(): Reader {
  return storage.getStore()?.principal?.reader ?? DEFAULT_READER;
}

/** Gives the answer a header; without effect where nobody waits for an answer. @param name in lower case */
export function setAnswerHeader(name: string, value: string | string[]): void {
  const context = storage.getStore();
  if (context) (context.answerHeaders ??= {})[name] = value;
}

/** Answers with this status where the handler's own would be a good one: 206, 304. */
export function setAnswerStatus(status: number): void {
  const context = storage.getStore();
  if (context) context.answerStatus = status;
}

/** Gives the answer one more cookie, beside those it has. @param text of `Set-Cookie` */
export function addAnswerCookie(text: string): void {
  const before = storage.getStore()?.answerHeaders?.['set-cookie'] ?? [];
  setAnswerHeader('set-cookie', [before, text].flat());
}
