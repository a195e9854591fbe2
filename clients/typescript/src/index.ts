export { ClientOptions, Credential } from './api-client';
export { AtriumError, Problem } from './atrium-error';
export { AuthClient } from './auth-client';
export type { Document, DocumentInput, DocumentShare, MailInput, QueuedMail, TemplateMailInput } from './awaited';
export { DocumentsClient } from './documents-client';
export { MailClient } from './mail-client';
export { NotificationsClient } from './notifications-client';
export type { components, operations, paths } from './schema';
export { StorageClient, UploadOptions } from './storage-client';
