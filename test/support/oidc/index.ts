import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { register } from '../children';

const START_MS = 20_000;
const MOST_STEPS = 12;

/** A real provider in a process of its own (see provider.mjs). */
export interface TestProvider {
  readonly issuer: string;
  /** One entry of OIDC_PROVIDERS for it. */
  settings(name: string): Record<string, string>;
  /** It accepts and says nothing, until `thaw`. */
  freeze(): void;
  thaw(): void;
  stop(): Promise<void>;
}

/** Starts it. @param redirectUri the one it knows @param port a free one unless given */
export async function startProvider(redirectUri: string, port = 0): Promise<TestProvider> {
  const child = spawn(process.execPath, [join(__dirname, 'provider.mjs'), String(port), redirectUri], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  register(child.pid);
  const issuer = await firstLine(child);
  return {
    issuer,
    settings: (name) => ({ name, issuer, client_id: 'atrium', client_secret: 'atrium-secret' }),
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    stop: async () => {
      child.kill('SIGCONT');
      const ended = once(child, 'exit');
      if (child.kill()) await ended;
    },
  };
}

async function firstLine(child: ChildProcess): Promise<string> {
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  const late = new AbortController();
  const first = await Promise.race([
    once(lines, 'line').then(([line]) => String(line)),
    once(child, 'exit').then(() => null),
    sleep(START_MS, null, { signal: late.signal }),
  ]);
  late.abort();
  if (first === null) throw new Error('The provider did not start');
  return first;
}

/** What somebody's browser does at the provider: logs in there as `login` and consents, following its pages. */
export class ProviderVisit {
  private readonly jar = new Map<string, string>();

  constructor(private readonly issuer: string) {}

  /** @param url where our application sent the browser @returns where the provider sends it back to */
  async logIn(url: string, login: string): Promise<URL> {
    let next = new URL(url);
    for (let step = 0; step < MOST_STEPS; step++) {
      if (next.origin !== this.issuer) return next;
      const answer = await this.visit(next);
      const location = answer.headers.get('location');
      next = location ? new URL(location, next) : await this.submit(next, await answer.text(), login);
    }
    throw new Error('The provider never sent the browser back');
  }

  /** The same, but the person goes away from the first page by its link to abort. */
  async cancel(url: string): Promise<URL> {
    const page = new URL((await this.visit(new URL(url))).headers.get('location') as string, url);
    let next = new URL(`${page.pathname}/abort`, this.issuer);
    for (let step = 0; step < MOST_STEPS && next.origin === this.issuer; step++) {
      next = new URL((await this.visit(next)).headers.get('location') as string, next);
    }
    return next;
  }

  /** The status and text of what the provider says without going on. */
  async look(url: string): Promise<{ status: number; text: string }> {
    const answer = await this.visit(new URL(url));
    return { status: answer.status, text: await answer.text() };
  }

  private async submit(page: URL, html: string, login: string): Promise<URL> {
    const prompt = /name="prompt" value="(\w+)"/.exec(html)?.[1];
    const action = /action="([^"]+)"/.exec(html)?.[1];
    if (!prompt || !action) throw new Error(`Not a page to fill in: ${html.slice(0, 500)}`);
    const target = new URL(action, page);
    const answer = await this.visit(target, new URLSearchParams({ prompt, login, password: 'any' }));
    return new URL(answer.headers.get('location') as string, target);
  }

  private async visit(url: URL, form?: URLSearchParams): Promise<Response> {
    const answer = await fetch(url, {
      method: form ? 'POST' : 'GET',
      body: form,
      redirect: 'manual',
      headers: { cookie: [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) as RegExpExecArray;
      if (value === '') this.jar.delete(name);
      else this.jar.set(name, value);
    }
    return answer;
  }
}
