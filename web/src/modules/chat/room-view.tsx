import { Button, Text, Title } from '@mantine/core';
import { Fragment, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { api, ok } from '../../shell/api';
import { useMay, useMe } from '../../shell/session/me';
import { problemText, useTranslation } from '../../shell/text';
import { Composer } from './composer';
import { MessageItem } from './message-item';
import { newestOf } from './room-log';
import type { Room } from './rooms';
import { useRoom, type Link } from './use-room';

const NEAR_PX = 80;
const READ_MS = 500;

/** The room that is open: who is there, what is said, where to say something. */
export function RoomView({ room, known, onOpen }: { room: string; known?: Room; onOpen: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const may = useMay();
  const open = useRoom(room, onOpen);
  const [status, setStatus] = useState('');
  const [editing, setEditing] = useState<string | null>(null);
  const { log } = open;
  const { scroll, onScroll, keepPlace } = useFollowing(room, log.entries.length + log.waiting.length, log);
  useReadMarks(room, log.last, known?.last_seq ?? 0, scroll, open.read);
  useEffect(() => setStatus(''), [room]);
  const say = (text: string): void => {
    open.clearRefused();
    setStatus(text);
  };
  const older = async (): Promise<void> => {
    keepPlace();
    await open.loadOlder().catch((error: unknown) => say(problemText(error)));
  };
  const words = linkWords(open.link, t);
  const trouble = status || open.refused;
  const isOut = open.link === 'left' || open.link === 'closed';
  const moderates =
    known?.role === 'owner' || known?.role === 'moderator' || (known?.kind === 'public' && may('manage_chat'));
  return (
    <section className="room" aria-labelledby="room-title">
      <Title order={2} id="room-title" dir="auto">
        {known?.title ?? room}
      </Title>
      <p className="here">
        <span className="link" data-kind={open.link === 'open' ? 'good' : open.link === 'connecting' ? '' : 'error'}>
          {words}
        </span>{' '}
        {open.here.length > 0 && (
          <span id="here">
            {t('Here now:')}{' '}
            {open.here.map((name, n) => (
              <Fragment key={n}>
                {n > 0 && ', '}
                <bdi>{name}</bdi>
              </Fragment>
            ))}
          </span>
        )}
      </p>
      <div className="scroll" ref={scroll} onScroll={onScroll} tabIndex={0} role="region" aria-label={t('Messages')}>
        {open.hasOlder && (
          <Button variant="default" size="compact-sm" mt="xs" onClick={() => void older()}>
            {t('Show older ones')}
          </Button>
        )}
        <ol
          id="messages"
          role="log"
          aria-live="polite"
          aria-relevant="additions"
          aria-label={t('Messages')}
          className={moderates ? 'moderates' : undefined}
        >
          {log.entries.map((entry) =>
            entry.kind === 'note' ? (
              <li key={`note-${entry.id}`} className="system">
                <bdi>{entry.name}</bdi>
                {entry.rest}
              </li>
            ) : (
              <MessageItem
                key={entry.message.seq}
                message={entry.message}
                room={room}
                me={me}
                isEdited={editing === entry.message.id}
                onEdit={setEditing}
                onChange={open.takeChange}
                onRefused={say}
              />
            ),
          )}
          {log.waiting.map(({ clientId, content, fileName }) => (
            <li key={clientId} className="mine waiting">
              {content && <p className="what">{content}</p>}
              {fileName && (
                <p className="what">
                  <bdi>{fileName}</bdi>
                </p>
              )}
              <span className="note">{t('on its way…')}</span>
            </li>
          ))}
        </ol>
      </div>
      <Text id="status" role="status" data-kind={trouble ? 'error' : undefined}>
        {trouble}
      </Text>
      {!isOut && (
        <Composer
          room={room}
          onRefused={say}
          onBack={() => setEditing(newestOf(log, me.id)?.id ?? null)}
          post={async (to, content, file) => {
            if (to === room) return open.say(content, file);
            const params = { path: { room: to } };
            await ok(
              api.POST('/api/v1/chat/rooms/{room}/messages', { params, body: { content, file_id: file?.id ?? null } }),
            );
          }}
        />
      )}
    </section>
  );
}

function linkWords(link: Link, t: (text: string) => string): string {
  switch (link) {
    case 'connecting':
      return t('Connecting…');
    case 'open':
      return t('Connected.');
    case 'lost':
      return t('Connection lost, trying again…');
    case 'left':
      return t('You are not in this room any more.');
    case 'closed':
      return t('The room is closed to you.');
  }
}

/** Stays at the end while the reader is there; else what is seen stays where it is. */
function useFollowing(room: string, count: number, log: unknown) {
  const scroll = useRef<HTMLDivElement>(null);
  const follows = useRef(true);
  const heightBefore = useRef<number | null>(null);
  useLayoutEffect(() => {
    follows.current = true;
  }, [room]);
  useLayoutEffect(() => {
    const box = scroll.current;
    if (!box) return;
    if (heightBefore.current !== null) {
      box.scrollTop += box.scrollHeight - heightBefore.current;
      heightBefore.current = null;
    } else if (follows.current) box.scrollTop = box.scrollHeight;
  }, [count, log]);
  return {
    scroll,
    onScroll: () => {
      if (scroll.current) follows.current = isAtEnd(scroll.current);
    },
    keepPlace: () => {
      heightBefore.current = scroll.current?.scrollHeight ?? null;
      follows.current = false;
    },
  };
}

const isAtEnd = (box: HTMLElement): boolean => box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_PX;

/** What is on the screen has been read. */
function useReadMarks(
  room: string,
  last: number,
  known: number,
  scroll: React.RefObject<HTMLDivElement | null>,
  read: (seq: number) => void,
): void {
  const done = useRef(0);
  const mark = useEffectEvent(() => {
    const box = scroll.current;
    if (document.hidden || last === 0 || last <= done.current || !box || !isAtEnd(box)) return;
    done.current = last;
    read(last);
  });
  useEffect(() => {
    done.current = 0;
  }, [room]);
  useEffect(() => {
    const timer = setTimeout(mark, READ_MS);
    return () => clearTimeout(timer);
  }, [room, last, known]);
  useEffect(() => {
    const box = scroll.current;
    document.addEventListener('visibilitychange', mark);
    box?.addEventListener('scrollend', mark);
    return () => {
      document.removeEventListener('visibilitychange', mark);
      box?.removeEventListener('scrollend', mark);
    };
  }, [room, scroll]);
}
