import { Badge, Text, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { Empty, ProblemAlert } from '../../shell/kit';
import { useTranslation } from '../../shell/text';
import { RoomList } from './room-list';
import { RoomView } from './room-view';
import { useRooms } from './rooms';
import './chat.css';

/** Where people talk: rooms, and the one that is open, which the address names. */
export default function Chat() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { hash } = useLocation();
  const [open, setOpen] = useState('');
  const rooms = useRooms();
  const isNarrow = useMediaQuery('(max-width: 48em)');
  const [showsPlaces, setShowsPlaces] = useState(true);
  const room = decoded(hash) || open;
  useEffect(() => {
    const named = decoded(hash);
    if (!named) return;
    setOpen(named);
    if (isNarrow) setShowsPlaces(false);
  }, [hash, isNarrow]);
  const all = rooms.data ?? [];
  const total = all.reduce((sum, { unread }) => sum + unread, 0);
  useEffect(() => {
    document.title = `${total > 0 ? `(${total}) ` : ''}${t('Chat')} · Atrium`;
  }, [total, t]);
  const enter = (name: string): void =>
    void navigate({ to: '/chat', hash: encodeURIComponent(name), resetScroll: false, hashScrollIntoView: false });
  return (
    <div className="chat">
      <Title order={1} className="chat-title">
        {t('Chat')}
      </Title>
      <details
        className="places"
        open={showsPlaces}
        onToggle={({ currentTarget }) => setShowsPlaces(currentTarget.open)}
      >
        <summary>
          {t('Rooms')}{' '}
          {total > 0 && (
            <Badge size="sm" variant="filled" className="num">
              {total}
            </Badge>
          )}
        </summary>
        {rooms.isError && <ProblemAlert error={rooms.error} onRetry={() => void rooms.refetch()} />}
        <RoomList rooms={all} current={room} onOpen={enter} onChanged={() => rooms.refetch()} />
      </details>
      {room ? (
        <RoomView
          room={room}
          known={all.find((one) => one.room === room)}
          onOpen={() => {
            if (!all.some((one) => one.room === room)) void rooms.refetch();
          }}
        />
      ) : (
        <section className="room" aria-labelledby="room-title">
          <Title order={2} id="room-title">
            {t('Choose a room')}
          </Title>
          <Empty title={t('Nothing is open')}>
            <Text>{t('Choose a room, open one by its name, or talk to somebody.')}</Text>
          </Empty>
        </section>
      )}
    </div>
  );
}

function decoded(hash: string): string {
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}
