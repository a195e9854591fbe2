import createClient, { type Client } from 'openapi-fetch';
import { AtriumError, type Problem } from './atrium-error';
import type { AwaitedPaths } from './awaited';
import type { paths } from './schema';

/** A bearer token, or what gives the one of the moment. */
export type Credential = string | (() => string | Promise<string>);

export interface ClientOptions {
  /** Where Atrium answers, without `/api/v1`: `http://localhost:8000`. */
  readonly baseUrl: string;
  /** Sent with every call: the token of a service (`SERVICE_AUTH_TOKEN`), or the access token of a person. */
  readonly serviceAuthToken?: Credential;
  /** In place of the global one. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

/** What a call of the typed client comes to. */
interface Outcome<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** What the clients share: the connection, the credential, refusals as errors. */
export abstract class ApiClient {
  protected readonly api: Client<paths & AwaitedPaths>;

  constructor(private readonly options: ClientOptions) {
    const { baseUrl, fetch, serviceAuthToken } = options;
    this.api = createClient<paths & AwaitedPaths>({ baseUrl: baseUrl.replace(/\/+$/, ''), fetch });
    this.api.use({
      onRequest: async ({ request }) => {
        const token = typeof serviceAuthToken === 'function' ? await serviceAuthToken() : serviceAuthToken;
        if (token !== undefined && token !== '') request.headers.set('authorization', `Bearer ${token}`);
        return request;
      },
    });
  }

  /** The same client for another caller. @example const mine = storage.as(access_token) */
  as(credential: Credential): this {
    const Same = this.constructor as new (options: ClientOptions) => this;
    return new Same({ ...this.options, serviceAuthToken: credential });
  }

  /** The body of a success. @throws AtriumError for any other answer */
  protected async answerOf<T>(call: Promise<Outcome<T>>): Promise<NonNullable<T>> {
    const { data, error, response } = await call;
    if (!response.ok) throw new AtriumError(response.status, problemOf(error), response.headers.get('retry-after'));
    return data as NonNullable<T>;
  }

  /** For an answer without a body. @throws AtriumError for any other answer */
  protected async done(call: Promise<Outcome<unknown>>): Promise<void> {
    await this.answerOf(call);
  }
}

/** The header that makes a repeated call have one effect. */
export function keyed(idempotencyKey: string | undefined): { header?: { 'Idempotency-Key': string } } {
  return idempotencyKey === undefined ? {} : { header: { 'Idempotency-Key': idempotencyKey } };
}

function problemOf(body: unknown): Problem | undefined {
  const isProblem = typeof body === 'object' && body !== null && 'code' in body;
  return isProblem ? (body as Problem) : undefined;
}
