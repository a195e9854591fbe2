export const WebhooksPermission = { Manage: 'manage_webhooks' } as const;
