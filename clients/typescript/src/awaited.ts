/**
 * Routes that the server does not have yet, typed by hand from their contract. Each block names the issue that brings it. Once a
 * route is in `docs/api/openapi.json` its block goes away, and the client takes the types of `schema.ts`: a spec says so.
 */
export interface AwaitedPaths {
  // Issue "Documents".
  '/api/v1/documents': { post: Takes<DocumentInput, 201, Document>; get: Lists<Document> };
  '/api/v1/documents/{id}': { get: OfOne<200, Document>; put: Changes<Partial<DocumentInput>, 200, Document> };
  '/api/v1/documents/{id}/share': { post: Changes<DocumentShareInput, 200 | 201, DocumentShare> };
  '/api/v1/documents/search': { get: Lists<FoundDocument, { q: string }> };
}

type Json<T> = { content: { 'application/json': T } };
type Answers<Status extends number, Answer> = { [S in Status]: Json<Answer> };
type Key = { header?: { 'Idempotency-Key'?: string } };

type Takes<Input, Status extends number, Answer> = {
  parameters: Key;
  requestBody: Json<Input>;
  responses: Answers<Status, Answer>;
};
type Changes<Input, Status extends number, Answer> = {
  parameters: Key & { path: { id: string } };
  requestBody: Json<Input>;
  responses: Answers<Status, Answer>;
};
type OfOne<Status extends number, Answer> = {
  parameters: Key & { path: { id: string } };
  responses: Answers<Status, Answer>;
};
type Lists<Item, Query = object> = {
  parameters: { query: Query & { limit?: number; cursor?: string } };
  responses: Answers<200, { items: Item[]; count: number; next_cursor: string | null }>;
};

export interface DocumentInput {
  title: string;
  content?: string;
  type?: string;
  folder_id?: string;
  metadata?: Record<string, unknown>;
  tags?: string[];
}

export interface Document extends Required<Omit<DocumentInput, 'folder_id'>> {
  id: string;
  kind: string;
  folder_id: string | null;
  owner_id: string;
  rev: number;
  created_at: string;
  updated_at: string;
}

export interface FoundDocument extends Document {
  snippet: string;
}

export interface DocumentShareInput {
  user_id: string;
  permission: 'view' | 'comment' | 'edit' | 'manage';
}

export interface DocumentShare extends DocumentShareInput {
  document_id: string;
}
