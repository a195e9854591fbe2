import createClient, { type FetchResponse, type MaybeOptionalInit } from 'openapi-fetch';
import { AtriumError, type Problem } from '@atrium/client/atrium-error';
import type { paths } from '@atrium/client/schema';
import type { MediaType, PathsWithMethod } from 'openapi-typescript-helpers';
import { connection } from './connection';
import { proveAgain } from './proof';

export { AtriumError, type Problem };
export type { components } from '@atrium/client/schema';

/** The status of a call that no server has answered. */
export const UNREACHABLE = 0;

/** The whole address of a path of ours. @param path from the root, as the server has it */
export const addressOf = (path: string): string => new URL(`.${path}`, document.baseURI).href;

/** The token that goes with the cookie of the session; empty when there is none. */
export function csrfToken(): string {
  return /(?:^|; )(?:__Host-)?atrium_csrf=([\w-]*)/.exec(document.cookie)?.[1] ?? '';
}

/**
 * The typed client of the API, as who is signed in. Every answer but a success is thrown as `AtriumError`; where the session has
 * ended, or a fresh proof is needed, the person is asked in place and the call goes out once more.
 */
export const api = createClient<paths>({
  baseUrl: new URL('.', document.baseURI).href.replace(/\/$/, ''),
  fetch: askServer,
});

/** The body of a success. @throws AtriumError for any other answer */
export async function ok<T>(call: Promise<{ data?: T; response: Response }>): Promise<NonNullable<T>> {
  return (await call).data as NonNullable<T>;
}

/** A resource together with the version that `If-Match` names. */
export interface Versioned<T> {
  readonly value: T;
  readonly etag: string;
}

/** The body of a success and its version. @throws AtriumError for any other answer */
export async function versioned<T>(
  call: Promise<{ data?: T; response: Response }>,
): Promise<Versioned<NonNullable<T>>> {
  const { data, response } = await call;
  return { value: data as NonNullable<T>, etag: response.headers.get('etag') ?? '' };
}

/** `fetch` to a path of the API that the typed client has no shape for, such as a download. @throws AtriumError */
export function askPath(path: string, init?: RequestInit): Promise<Response> {
  return askServer(new Request(addressOf(path), init));
}

async function askServer(request: Request): Promise<Response> {
  const again = request.clone();
  const answer = await once(request);
  if (answer.ok) return answer;
  const error = await refusal(answer);
  if (!(await proveAgain(error))) throw error.code === 'fresh_factor_required' ? givenUp(error) : error;
  const second = await once(again);
  if (second.ok) return second;
  throw await refusal(second);
}

/** Who was asked for a proof and gave none has not been refused: they have let it be. */
function givenUp({ status, problem }: AtriumError): AtriumError {
  const own = { code: 'given_up', detail: 'Nothing was changed.' };
  return new AtriumError(status, problem && { ...problem, ...own }, null);
}

async function once(request: Request): Promise<Response> {
  const headers = new Headers(request.headers);
  headers.set('accept', headers.get('accept') ?? 'application/json');
  if (request.method !== 'GET' && request.method !== 'HEAD') headers.set('x-csrf-token', csrfToken());
  try {
    const answer = await fetch(new Request(request, { headers }));
    connection.reached();
    return answer;
  } catch (error) {
    if (request.signal.aborted) throw error;
    connection.lost();
    throw new AtriumError(UNREACHABLE, undefined, null);
  }
}

async function refusal(answer: Response): Promise<AtriumError> {
  const isProblem = (answer.headers.get('content-type') ?? '').includes('json');
  const problem = isProblem ? ((await answer.json().catch(() => undefined)) as Problem | undefined) : undefined;
  return new AtriumError(answer.status, problem, answer.headers.get('retry-after'));
}

type GetPath = PathsWithMethod<paths, 'get'>;
type Get<P extends GetPath> = paths[P]['get'] & Record<string | number, unknown>;
type Init<P extends GetPath> = MaybeOptionalInit<paths[P], 'get'>;
/** The body of a successful GET of a path. */
export type Answer<P extends GetPath> = NonNullable<FetchResponse<Get<P>, Init<P>, MediaType>['data']>;

/** Options of `useQuery` for a GET: its key is the path and what is asked of it. */
export function get<P extends GetPath>(
  path: P,
  init?: Init<P>,
): { queryKey: readonly [P, unknown]; queryFn: (context: { signal: AbortSignal }) => Promise<Answer<P>> } {
  const call = api.GET as unknown as (path: P, init: unknown) => Promise<{ data?: Answer<P>; response: Response }>;
  return {
    queryKey: [path, init ?? null] as const,
    queryFn: ({ signal }) => ok(call(path, { ...init, signal })),
  };
}
