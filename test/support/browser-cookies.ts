import { Answer, Client } from './client';

/** What a browser does with cookies, and our pages with the token beside them; no more of a browser. */
export class Browser {
  readonly cookies = new Map<string, string>();
  /** As the last answer that set any had them. */
  lastSet: string[] = [];

  constructor(private readonly url: string) {}

  /** As another site might have put them there. */
  plant(cookies: ReadonlyMap<string, string>): void {
    for (const [name, value] of cookies) this.cookies.set(name, value);
  }

  header(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  csrf(): string {
    return this.cookies.get('atrium_csrf') ?? this.cookies.get('__Host-atrium_csrf') ?? '';
  }

  /** @param path as `Client.call` has it */
  async call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const answer = await new Client(this.url).call(method, path, {
      body,
      headers: {
        ...(this.cookies.size > 0 && { cookie: this.header() }),
        ...(method !== 'GET' && { 'x-csrf-token': this.csrf() }),
        ...headers,
      },
    });
    const set = answer.headers.getSetCookie();
    if (set.length > 0) this.lastSet = set;
    for (const one of set) this.keep(one);
    return answer;
  }

  private keep(text: string): void {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(text) as RegExpExecArray;
    if (text.includes('Max-Age=0')) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}
