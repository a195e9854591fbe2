import { defineError, defineHidden } from '../../../core/kernel/errors';

export const WebhookNotFound = defineHidden('webhook_not_found', 'There is no such webhook.');
export const WebhookOff = defineError('webhook_off', 409, 'This webhook is switched off.');
export const TooManyWebhooks = defineError<{ max: number }>(
  'too_many_webhooks',
  409,
  ({ max }) => `An account has at most ${max} webhooks.`,
);
