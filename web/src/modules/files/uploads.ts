import type { DetailedError, Upload } from 'tus-js-client';
import { addressOf, AtriumError, csrfToken, askPath, UNREACHABLE, type Problem } from '../../shell/api';
import { problemText } from '../../shell/text';

const AT_ONCE = 2;
const CHUNK_BYTES = 8 * 1024 * 1024;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 8000;

export type UploadState = 'waiting' | 'running' | 'paused' | 'cut' | 'done' | 'failed';

/** A file on its way, as the screen shows it. */
export interface UploadShown {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly sent: number;
  readonly state: UploadState;
  /** What the server has refused it for. */
  readonly problem: string | null;
}

interface Item {
  shown: UploadShown;
  readonly file: File;
  readonly folderId: string | null;
  readonly ownerId: string;
  upload: Upload | null;
  waitMs: number;
  timer?: ReturnType<typeof setTimeout>;
}

/** Files on their way by tus 1.0: a few at once, each may rest, and each goes on after a cut from where it was. */
class Uploads {
  private items: readonly Item[] = [];
  private shown: readonly UploadShown[] = [];
  private readonly listeners = new Set<() => void>();
  /** Called when a file has arrived. */
  onDone: () => void = () => undefined;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly current = (): readonly UploadShown[] => this.shown;

  add(files: readonly File[], folderId: string | null, ownerId: string): void {
    const added = files.map((file): Item => {
      const shown = { id: crypto.randomUUID(), name: file.name, size: file.size, sent: 0, problem: null };
      return { shown: { ...shown, state: 'waiting' }, file, folderId, ownerId, upload: null, waitMs: FIRST_WAIT_MS };
    });
    this.items = [...this.items, ...added];
    this.tell();
    this.next();
  }

  pause(id: string): void {
    const item = this.find(id);
    if (!item) return;
    clearTimeout(item.timer);
    this.set(item, { state: 'paused' });
    void item.upload?.abort();
    this.next();
  }

  resume(id: string): void {
    const item = this.find(id);
    if (!item) return;
    item.waitMs = FIRST_WAIT_MS;
    this.set(item, { state: 'waiting', problem: null });
    this.next();
  }

  /** Gives one up; what has arrived of it is thrown away. */
  remove(id: string): void {
    const item = this.find(id);
    if (!item) return;
    clearTimeout(item.timer);
    const isOver = item.shown.state === 'done' || item.shown.state === 'failed';
    this.items = this.items.filter((one) => one !== item);
    // Without an answer the server sweeps it away by itself.
    if (!isOver) void item.upload?.abort(true).catch(() => undefined);
    this.tell();
    this.next();
  }

  clear(): void {
    this.items = this.items.filter(({ shown: { state } }) => state !== 'done' && state !== 'failed');
    this.tell();
  }

  private find(id: string): Item | undefined {
    return this.items.find(({ shown }) => shown.id === id);
  }

  private next(): void {
    const running = this.items.filter(({ shown: { state } }) => state === 'running').length;
    const waiting = this.items.filter(({ shown: { state } }) => state === 'waiting');
    for (const item of waiting.slice(0, Math.max(0, AT_ONCE - running))) {
      this.set(item, { state: 'running' });
      void this.start(item);
    }
  }

  private async start(item: Item): Promise<void> {
    try {
      item.upload ??= await this.made(item);
    } catch {
      return this.cut(item); // a part of the application that could not be loaded
    }
    if (item.shown.state === 'running') item.upload.start();
  }

  private async made(item: Item): Promise<Upload> {
    const { Upload } = await import('tus-js-client');
    const { file, folderId, ownerId } = item;
    const upload = new Upload(file, {
      endpoint: addressOf('/api/v1/storage/tus'),
      chunkSize: CHUNK_BYTES,
      retryDelays: null, // a cut is waited out here, however long it lasts
      metadata: { filename: file.name, ...(folderId && { folder_id: folderId }) },
      fingerprint: () =>
        Promise.resolve(['atrium', ownerId, folderId, file.name, file.size, file.lastModified].join('/')),
      removeFingerprintOnSuccess: true,
      onBeforeRequest: (request) => request.setHeader('x-csrf-token', csrfToken()),
      onProgress: (sent) => this.set(item, { sent }),
      onChunkComplete: () => (item.waitMs = FIRST_WAIT_MS),
      onSuccess: () => this.arrived(item),
      onError: (error) => void this.failed(item, error),
    });
    const [before] = await upload.findPreviousUploads(); // of the same file, before the page was loaded anew
    if (before) upload.resumeFromPreviousUpload(before);
    return upload;
  }

  private arrived(item: Item): void {
    this.set(item, { state: 'done', sent: item.shown.size });
    this.onDone();
    this.next();
  }

  private async failed(item: Item, error: Error | DetailedError): Promise<void> {
    if (item.shown.state !== 'running') return;
    const refusal = refusalOf(error);
    if (mayPass(refusal.status)) return this.cut(item);
    // Signing in again is asked for in place.
    if (refusal.status === 401 || refusal.code === 'csrf_token_invalid') {
      const isBack = await askPath('/api/v1/users/me').then(
        () => true,
        () => false,
      );
      if (isBack) return this.cut(item);
    }
    this.set(item, { state: 'failed', problem: problemText(refusal) });
    this.next();
  }

  private cut(item: Item): void {
    this.set(item, { state: 'cut' });
    item.timer = setTimeout(() => {
      if (item.shown.state !== 'cut') return;
      this.set(item, { state: 'waiting' });
      this.next();
    }, item.waitMs);
    item.waitMs = Math.min(item.waitMs * 2, LONGEST_WAIT_MS);
    this.next();
  }

  private set(item: Item, change: Partial<UploadShown>): void {
    item.shown = { ...item.shown, ...change };
    this.tell();
  }

  private tell(): void {
    this.shown = this.items.map(({ shown }) => shown);
    for (const listener of this.listeners) listener();
  }
}

/** Whether the same bytes may be taken later: no answer, a busy server, another request that still holds the upload. */
const mayPass = (status: number): boolean =>
  status === UNREACHABLE || status >= 500 ? status !== 507 : [408, 409, 423, 425, 429].includes(status);

function refusalOf(error: Error | DetailedError): AtriumError {
  const answer = 'originalResponse' in error ? error.originalResponse : null;
  if (!answer) return new AtriumError(UNREACHABLE, undefined, null);
  let problem: Problem | undefined;
  try {
    problem = JSON.parse(answer.getBody()) as Problem;
  } catch {
    problem = undefined;
  }
  return new AtriumError(answer.getStatus(), problem, answer.getHeader('retry-after') ?? null);
}

export const uploads = new Uploads();

/** Leaving the page would cut what is on its way. */
window.addEventListener('beforeunload', (event) => {
  if (uploads.current().some(({ state }) => state !== 'done' && state !== 'failed')) event.preventDefault();
});
