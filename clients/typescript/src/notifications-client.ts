import { ApiClient, keyed } from './api-client';
import type { components, operations } from './schema';

type Schemas = components['schemas'];

/** Notifications. */
export class NotificationsClient extends ApiClient {
  /** Notifies the caller, or somebody else with `send_notifications`. @throws AtriumError `forbidden`, `validation` */
  send(
    input: Schemas['SendNotificationInput'],
    { idempotencyKey }: { idempotencyKey?: string } = {},
  ): Promise<Schemas['Notification']> {
    return this.answerOf(this.api.POST('/api/v1/notifications/send', { body: input, params: keyed(idempotencyKey) }));
  }

  /** A page of the caller's notifications, the newest first. */
  async list(query: operations['notifications_list']['parameters']['query'] = {}): Promise<Schemas['Notification'][]> {
    return (await this.answerOf(this.api.GET('/api/v1/notifications', { params: { query } }))).items;
  }

  /** When it was first read stays. @throws AtriumError `notification_not_found` */
  markRead(id: string): Promise<Schemas['Notification']> {
    return this.answerOf(this.api.PUT('/api/v1/notifications/{id}/read', { params: { path: { id } } }));
  }

  /** @throws AtriumError `notification_not_found` */
  delete(id: string): Promise<void> {
    return this.done(this.api.DELETE('/api/v1/notifications/{id}', { params: { path: { id } } }));
  }

  /** Registers an app with Firebase for the session of the caller. */
  registerDevice(input: Schemas['RegisterDeviceInput']): Promise<Schemas['NotificationDevice']> {
    return this.answerOf(this.api.POST('/api/v1/notifications/register-device', { body: input }));
  }
}
