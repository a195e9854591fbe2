export { defineWebhookEvent, hasWebhook, WEBHOOK_EVENTS, WebhookEvent, WebhookSubject } from './webhook-events';
export { webhooksManifest } from './webhooks.manifest';
export { WebhooksModule } from './webhooks.module';
