import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { api, askPath, ok } from '../../shell/api';
import { useTranslation } from '../../shell/text';
import { awaited, changed, EMPTY, forgotten, noted, placed, type RoomLog } from './room-log';
import { RoomSocket, type Message, type Refused } from './room-socket';
import { ROOMS, type Room } from './rooms';

export type Link = 'connecting' | 'open' | 'lost' | 'left' | 'closed';

export interface OpenRoom {
  readonly log: RoomLog;
  readonly link: Link;
  /** Who is there now. */
  readonly here: readonly string[];
  /** What the room has refused. */
  readonly refused: string;
  readonly hasOlder: boolean;
  readonly say: (content: string, file: { id: string; name: string } | null) => void;
  readonly read: (seq: number) => void;
  readonly takeChange: (message: Message) => void;
  readonly loadOlder: () => Promise<void>;
  readonly clearRefused: () => void;
}

/** A room that is open; another name leaves it and enters the other. @param onOpen called when it is entered */
export function useRoom(room: string, onOpen: () => void): OpenRoom {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [log, setLog] = useState<RoomLog>(EMPTY);
  const [link, setLink] = useState<Link>('connecting');
  const [here, setHere] = useState<readonly string[]>([]);
  const [refused, setRefused] = useState('');
  const [noOlder, setNoOlder] = useState(false);
  const socket = useRef<RoomSocket>(null);
  const current = useRef(room);

  const lookHere = async (): Promise<void> => {
    const params = { path: { room } };
    const found = await ok(api.GET('/api/v1/chat/rooms/{room}/users', { params })).catch(() => null);
    if (found && current.current === room) setHere(found.active_users);
  };
  const onLink = useEffectEvent((state: 'open' | 'lost') => {
    setLink(state);
    if (state !== 'open') return;
    void lookHere();
    onOpen();
  });
  const onNote = useEffectEvent((note: { content: string; name?: string }) => {
    setLog((old) => noted(old, note));
    void lookHere();
  });
  const onRefused = useEffectEvent(({ detail, client_id: clientId, code }: Refused) => {
    setRefused(t(detail));
    if (code === 'rate_limited' || code === 'unavailable') return; // sent again by itself
    setLog((old) => forgotten(old, clientId));
  });
  const onEnded = useEffectEvent(async (reason: string, ended: RoomSocket) => {
    if (reason !== 'unauthenticated') return setLink(reason === 'room_not_found' ? 'left' : 'closed');
    setLink('lost');
    // Signing in again is asked for in place: what is typed stays.
    const isBack = await askPath('/api/v1/users/me').then(
      () => true,
      () => false,
    );
    if (socket.current !== ended) return;
    if (isBack) ended.again();
    else setLink('closed');
  });

  useEffect(() => {
    current.current = room;
    setLog(EMPTY);
    setLink('connecting');
    setHere([]);
    setRefused('');
    setNoOlder(false);
    const opened: RoomSocket = new RoomSocket(room, {
      message: (message) => setLog((old) => placed(old, message)),
      change: (message) => setLog((old) => changed(old, message)),
      system: onNote,
      refused: onRefused,
      link: onLink,
      ended: (reason) => void onEnded(reason, opened),
    });
    socket.current = opened;
    return () => opened.end();
  }, [room]);

  const loadOlder = async (): Promise<void> => {
    const params = { path: { room }, query: { limit: 50, before: log.first } };
    const page = await ok(api.GET('/api/v1/chat/rooms/{room}/messages', { params }));
    if (current.current !== room) return;
    setNoOlder(page.next_cursor === null);
    setLog((old) => page.items.reduce(placed, old));
  };
  return {
    log,
    link,
    here,
    refused,
    hasOlder: log.entries.length > 0 && log.first > 1 && !noOlder,
    say: (content, file) => {
      const clientId = socket.current?.say(content, file?.id);
      if (clientId) setLog((old) => awaited(old, { clientId, content, fileName: file?.name ?? null }));
    },
    read: (seq) => {
      socket.current?.read(seq);
      const none = { unread: 0, mentions: 0 };
      queries.setQueryData<Room[]>([ROOMS], (old) =>
        old?.map((one) => (one.room === room ? { ...one, ...none } : one)),
      );
    },
    takeChange: (message) => setLog((old) => changed(old, message)),
    loadOlder,
    clearRefused: () => setRefused(''),
  };
}
