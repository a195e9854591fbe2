import { ApiClient, keyed } from './api-client';
import type { components, operations } from './schema';

type Schemas = components['schemas'];

export interface UploadOptions {
  /** As a person knows the file; its ending must fit its content. */
  readonly filename: string;
  readonly folder?: string;
  readonly description?: string;
  readonly category?: string;
  /** The same key and content once more store nothing more. */
  readonly idempotencyKey?: string;
}

/** Files. */
export class StorageClient extends ApiClient {
  /** Stores one file. @throws AtriumError `file_too_large`, `file_type_refused`, `quota_exceeded` */
  upload(file: Blob | Uint8Array, options: UploadOptions): Promise<Schemas['File']> {
    const { filename, idempotencyKey, ...fields } = options;
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) if (value !== undefined) form.append(name, value);
    form.append('file', file instanceof Blob ? file : new Blob([file]), filename);
    const body = form as unknown as Schemas['UploadForm']; // sent as it is
    return this.answerOf(this.api.POST('/api/v1/storage/upload', { body, params: keyed(idempotencyKey) }));
  }

  /** The bytes of a file. @throws AtriumError `file_not_found` */
  async download(id: string): Promise<Uint8Array> {
    const call = this.api.GET('/api/v1/storage/download/{id}', { params: { path: { id } }, parseAs: 'arrayBuffer' });
    return new Uint8Array(await this.answerOf(call));
  }

  /** The bytes of a file as they come, for what is large. @throws AtriumError `file_not_found` */
  downloadStream(id: string): Promise<ReadableStream<Uint8Array>> {
    const call = this.api.GET('/api/v1/storage/download/{id}', { params: { path: { id } }, parseAs: 'stream' });
    return this.answerOf(call) as Promise<ReadableStream<Uint8Array>>;
  }

  /** What is known of a file. @throws AtriumError `file_not_found` */
  metadata(id: string): Promise<Schemas['File']> {
    return this.answerOf(this.api.GET('/api/v1/storage/files/{id}/metadata', { params: { path: { id } } }));
  }

  /** A page of the caller's files. */
  list(query: operations['files_list']['parameters']['query'] = {}): Promise<Schemas['FilePage']> {
    return this.answerOf(this.api.GET('/api/v1/storage/files', { params: { query } }));
  }

  /** Removes a file and all links to it. @throws AtriumError `file_not_found` */
  delete(id: string): Promise<void> {
    return this.done(this.api.DELETE('/api/v1/storage/files/{id}', { params: { path: { id } } }));
  }

  /** A link by which anybody may download a file. @throws AtriumError `file_not_found` */
  share(id: string, input: Schemas['ShareInput']): Promise<Schemas['Share']> {
    return this.answerOf(this.api.POST('/api/v1/storage/files/{id}/share', { body: input, params: { path: { id } } }));
  }
}
