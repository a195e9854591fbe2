import { useQuery } from '@tanstack/react-query';
import { api, ok, type components } from '../../shell/api';

export type Room = components['schemas']['ChatRoom'];
export const ROOMS = '/api/v1/chat/rooms';
const LIMIT = 100;
const PAGES_AT_MOST = 10;
const POLL_INTERVAL_MS = 10_000;

export const roomPath = (room: string): string => `${ROOMS}/${encodeURIComponent(room)}`;

async function all(signal: AbortSignal): Promise<Room[]> {
  const found: Room[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < PAGES_AT_MOST; page++) {
    const query = { limit: LIMIT, ...(cursor && { cursor }) };
    const { items, next_cursor: next } = await ok(api.GET(ROOMS, { params: { query }, signal }));
    found.push(...items);
    if (next === null) break;
    cursor = next;
  }
  // Those I belong to first.
  return found.sort((a, b) => Number(a.role === null) - Number(b.role === null) || a.title.localeCompare(b.title));
}

/** All rooms that I may enter. */
export const useRooms = () =>
  useQuery({ queryKey: [ROOMS], queryFn: ({ signal }) => all(signal), refetchInterval: POLL_INTERVAL_MS });
