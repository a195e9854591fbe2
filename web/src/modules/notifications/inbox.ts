import type { QueryClient } from '@tanstack/react-query';
import { api, get, ok, type components } from '../../shell/api';

export type Notice = components['schemas']['Notification'];

const LIST = '/api/v1/notifications';
const COUNT = '/api/v1/notifications/unread-count';
const ONE = '/api/v1/notifications/{id}';

/** How many are unread, and the number of the last change. */
export const unreadCount = () => get(COUNT);

/** A page of mine, the newest first. */
export const listOf = (query: { limit: number; cursor?: string; unread?: boolean; category?: string }) =>
  get(LIST, { params: { query } });

/** Asks lists and counts anew; what is shown meanwhile stays. */
export async function refresh(queries: QueryClient): Promise<void> {
  await Promise.all([LIST, COUNT].map((path) => queries.invalidateQueries({ queryKey: [path] })));
}

/** Marks one as read, also where the page is left at once. */
export const markRead = (id: string): Promise<Notice> =>
  ok(api.PUT('/api/v1/notifications/{id}/read', { params: { path: { id } }, keepalive: true }));

/** @param upToSeq later ones stay unread */
export const markAllRead = (upToSeq: number | undefined): Promise<{ count: number }> =>
  ok(api.PUT('/api/v1/notifications/read-all', { body: { up_to_seq: upToSeq } }));

export const remove = (id: string): Promise<unknown> => api.DELETE(ONE, { params: { path: { id } } });
