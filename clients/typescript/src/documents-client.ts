import { ApiClient, keyed } from './api-client';
import type { Document, DocumentInput, DocumentShare, DocumentShareInput, FoundDocument } from './awaited';

/** Documents. Their routes are not on the server yet (`awaited.ts`). */
export class DocumentsClient extends ApiClient {
  create(input: DocumentInput, { idempotencyKey }: { idempotencyKey?: string } = {}): Promise<Document> {
    return this.answerOf(this.api.POST('/api/v1/documents', { body: input, params: keyed(idempotencyKey) }));
  }

  get(id: string): Promise<Document> {
    return this.answerOf(this.api.GET('/api/v1/documents/{id}', { params: { path: { id } } }));
  }

  /** Changes what is given; the rest stays. */
  update(id: string, input: Partial<DocumentInput>): Promise<Document> {
    return this.answerOf(this.api.PUT('/api/v1/documents/{id}', { body: input, params: { path: { id } } }));
  }

  share(id: string, input: DocumentShareInput): Promise<DocumentShare> {
    return this.answerOf(this.api.POST('/api/v1/documents/{id}/share', { body: input, params: { path: { id } } }));
  }

  /** The documents that have these words, the best first. */
  async search(q: string): Promise<FoundDocument[]> {
    return (await this.answerOf(this.api.GET('/api/v1/documents/search', { params: { query: { q } } }))).items;
  }
}
