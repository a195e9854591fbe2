import { addressOf, AtriumError, api, ok, UNREACHABLE } from '../../shell/api';
import type { Notice } from './inbox';

/** A change of the inbox, as the server tells it. */
export interface Change {
  readonly type: 'created' | 'changed' | 'deleted' | 'reset';
  readonly seq: number;
  /** Of `created` and `changed`. */
  readonly notification?: Notice;
}

interface Heard {
  readonly onChange: (change: Change) => void;
  /** Somebody else is signed in by now. */
  readonly onOther: () => void;
}

const KINDS = ['created', 'changed', 'deleted', 'reset'] as const;
const PATH = '/api/v1/notifications/stream';
const LEAST_WAIT_MS = 1000;
const MOST_WAIT_MS = 30_000;

/**
 * Follows one person's inbox while the page is seen: a browser holds six connections to a place open, so a hidden page has none and goes on
 * later from where it was. After a break the browser comes back by itself; where the server has refused it, it is looked for again, and who
 * has to sign in anew is asked in place.
 */
export class InboxStream {
  private source: EventSource | null = null;
  private timer = 0;
  private waitMs = LEAST_WAIT_MS;
  private isStopped = false;
  private wasOpen = false;

  /** @param last number of the last change that is known */
  constructor(
    private readonly userId: string,
    private last: number,
    private readonly heard: Heard,
  ) {
    document.addEventListener('visibilitychange', this.look);
    this.look();
  }

  stop(): void {
    this.isStopped = true;
    document.removeEventListener('visibilitychange', this.look);
    this.close();
  }

  private readonly look = (): void => {
    if (document.hidden) this.close();
    else if (!this.source && !this.timer) this.open();
  };

  private close(): void {
    clearTimeout(this.timer);
    this.timer = 0;
    this.source?.close();
    this.source = null;
  }

  private open(): void {
    const source = new EventSource(addressOf(`${PATH}?last_seq=${this.last}`));
    this.source = source;
    source.onopen = () => {
      this.waitMs = LEAST_WAIT_MS;
      if (this.wasOpen) void this.isStillMe();
      this.wasOpen = true;
    };
    source.onerror = () => {
      if (source.readyState !== EventSource.CLOSED || this.source !== source) return; // else it tries again by itself
      this.close();
      this.comeBackLater();
    };
    for (const kind of KINDS)
      source.addEventListener(kind, ({ data }) => this.take(JSON.parse(String(data)) as Change));
  }

  private take(change: Change): void {
    if (change.notification && change.notification.user_id !== this.userId) return this.leave();
    this.last = change.seq;
    this.heard.onChange(change);
  }

  private comeBackLater(): void {
    this.timer = window.setTimeout(() => void this.comeBack(), this.waitMs);
    this.waitMs = Math.min(2 * this.waitMs, MOST_WAIT_MS);
  }

  private async comeBack(): Promise<void> {
    const isMe = await this.isStillMe();
    if (this.isStopped || !this.timer) return;
    this.timer = 0;
    if (isMe === null) this.comeBackLater();
    else if (isMe && !document.hidden) this.open();
  }

  /** null where nobody can say just now. */
  private async isStillMe(): Promise<boolean | null> {
    try {
      const { id } = await ok(api.GET('/api/v1/users/me'));
      if (id !== this.userId) this.leave();
      return id === this.userId;
    } catch (error) {
      return error instanceof AtriumError && !isPassing(error) ? false : null;
    }
  }

  private leave(): void {
    if (this.isStopped) return;
    this.stop();
    this.heard.onOther();
  }
}

const isPassing = ({ status }: AtriumError): boolean => status === UNREACHABLE || status === 429 || status >= 500;
