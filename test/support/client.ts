/** What came back. `body` is the parsed JSON, or the text of anything else. */
export interface Answer<T = any> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
  readonly text: string;
}

interface CallOptions {
  readonly headers?: Record<string, string>;
  /** Sent as JSON unless it is text already. */
  readonly body?: unknown;
}

/** A stream that nothing ends: its body is not waited for. */
const ENDLESS = /\/notifications\/stream(\?|$)/;

/** Calls the application as one caller. */
export class Client {
  constructor(
    private readonly url: string,
    private readonly headers: Record<string, string> = {},
  ) {}

  /** The headers it sends with every call, for calls that are none of JSON. */
  get given(): Readonly<Record<string, string>> {
    return this.headers;
  }

  /** The same with this bearer token. */
  as(token: string): Client {
    return this.with({ authorization: `Bearer ${token}` });
  }

  with(headers: Record<string, string>): Client {
    return new Client(this.url, { ...this.headers, ...headers });
  }

  /** @param path below `/api/v1`, or from the root when it starts with `//` */
  async call<T = any>(method: string, path: string, { headers, body }: CallOptions = {}): Promise<Answer<T>> {
    const isText = typeof body === 'string';
    const target = path.startsWith('//') ? `${this.url}${path.slice(1)}` : `${this.url}/api/v1${path}`;
    const response = await fetch(target, {
      method,
      redirect: 'manual',
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...this.headers,
        ...headers,
      },
      body: body === undefined ? undefined : isText ? body : JSON.stringify(body),
    });
    const isEndless = ENDLESS.test(path) && /event-stream/.test(response.headers.get('content-type') ?? '');
    if (isEndless) await response.body?.cancel();
    const text = isEndless ? '' : await response.text();
    const json = text !== '' && /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, headers: response.headers, text, body: (json ? JSON.parse(text) : text) as T };
  }

  get<T = any>(path: string, headers?: Record<string, string>): Promise<Answer<T>> {
    return this.call<T>('GET', path, { headers });
  }

  post<T = any>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>> {
    return this.call<T>('POST', path, { body, headers });
  }

  put<T = any>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>> {
    return this.call<T>('PUT', path, { body, headers });
  }

  patch<T = any>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>> {
    return this.call<T>('PATCH', path, { body, headers });
  }

  delete<T = any>(path: string, headers?: Record<string, string>): Promise<Answer<T>> {
    return this.call<T>('DELETE', path, { headers });
  }

  /** @returns the answer of a GraphQL document */
  graphql<T = any>(
    query: string,
    variables?: Record<string, unknown>,
    headers?: Record<string, string>,
  ): Promise<Answer<{ data: T; errors?: { message: string; path?: string[]; extensions: Record<string, any> }[] }>> {
    return this.call('POST', '//graphql', { body: { query, variables }, headers });
  }
}
