import { ApiClient, keyed } from './api-client';
import type { Device, DeviceInput, Notification, NotificationInput } from './awaited';

/** Notifications. Their routes are not on the server yet (`awaited.ts`). */
export class NotificationsClient extends ApiClient {
  send(input: NotificationInput, { idempotencyKey }: { idempotencyKey?: string } = {}): Promise<Notification> {
    return this.answerOf(this.api.POST('/api/v1/notifications/send', { body: input, params: keyed(idempotencyKey) }));
  }

  /** A page of the caller's notifications, the newest first. */
  async list(query: { limit?: number; cursor?: string } = {}): Promise<Notification[]> {
    return (await this.answerOf(this.api.GET('/api/v1/notifications', { params: { query } }))).items;
  }

  markRead(id: string): Promise<Notification> {
    return this.answerOf(this.api.PUT('/api/v1/notifications/{id}/read', { params: { path: { id } } }));
  }

  delete(id: string): Promise<void> {
    return this.done(this.api.DELETE('/api/v1/notifications/{id}', { params: { path: { id } } }));
  }

  registerDevice(input: DeviceInput): Promise<Device> {
    return this.answerOf(this.api.POST('/api/v1/notifications/register-device', { body: input }));
  }
}
