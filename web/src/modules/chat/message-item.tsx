import { Button, Group, Modal, Text } from '@mantine/core';
import { memo, useEffect, useRef, useState, type ReactNode } from 'react';
import { addressOf, api, ok } from '../../shell/api';
import { problemText, useFormat, useTranslation } from '../../shell/text';
import type { Me } from '../../shell/session/me';
import type { Message } from './room-socket';
import { roomPath } from './rooms';

/** As the server reads it. */
const MENTION = /(?<![\w@])@([A-Za-z0-9]{3,50})/g;
const FEW_CHARS = 30;
const fewOf = (text: string): string => (text.length > FEW_CHARS ? `${text.slice(0, FEW_CHARS)}…` : text);

interface MessageItemProps {
  readonly message: Message;
  readonly room: string;
  readonly me: Me;
  readonly isEdited: boolean;
  readonly onEdit: (id: string | null) => void;
  readonly onChange: (message: Message) => void;
  readonly onRefused: (text: string) => void;
}

/** A message, text whatever it contains, with what may be done with it. */
export const MessageItem = memo(function MessageItem(props: MessageItemProps) {
  const { message, room, me, isEdited, onEdit, onRefused } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const item = useRef<HTMLLIElement>(null);
  const wasEdited = useRef(false);
  const [asking, setAsking] = useState(false);
  const { id, seq, sender, content, timestamp, mentions, file, edited_at: editedAt, deleted_at: deletedAt } = message;
  const isMine = message.sender_id === me.id;
  const about = fewOf(content || file?.name || '');
  useEffect(() => {
    if (wasEdited.current && !isEdited) item.current?.focus({ preventScroll: true });
    wasEdited.current = isEdited;
  }, [isEdited]);
  const remove = async (): Promise<void> => {
    setAsking(false);
    try {
      await ok(api.DELETE('/api/v1/chat/rooms/{room}/messages/{id}', { params: { path: { room, id } } }));
    } catch (error) {
      onRefused(problemText(error));
    }
  };
  const names = [isMine && 'mine', mentions.includes(me.id) && 'named'].filter(Boolean).join(' ');
  return (
    <li ref={item} tabIndex={-1} data-seq={seq} className={names}>
      <bdi className="who">{sender}</bdi> <time dateTime={timestamp}>{format.instant(timestamp)}</time>
      {editedAt && !deletedAt && <span className="note"> · {t('edited')}</span>}
      {!deletedAt && !isEdited && (
        <span className="deeds">
          {isMine && (
            <button type="button" onClick={() => onEdit(id)} aria-label={t('Edit: {{about}}', { about })}>
              {t('Edit')}
            </button>
          )}
          <button type="button" onClick={() => setAsking(true)} aria-label={t('Delete: {{about}}', { about })}>
            {t('Delete')}
          </button>
        </span>
      )}
      {deletedAt && <p className="what note">{t('This message was deleted.')}</p>}
      {!deletedAt && isEdited && <EditForm {...props} />}
      {!deletedAt && !isEdited && content && <p className="what">{words(content, mentions, me)}</p>}
      {!deletedAt && file && (
        <p className="what">
          <a href={addressOf(`${roomPath(room)}/messages/${id}/file`)} download="">
            <bdi>{file.name}</bdi>
          </a>{' '}
          ({format.bytes(file.size)})
        </p>
      )}
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('Delete this message?')}
        transitionProps={{ duration: 0 }}
        closeButtonProps={{ 'aria-label': t('Close') }}
      >
        <Text className="breaks" mb="md" style={{ overflow: 'hidden' }}>
          <bdi>{about}</bdi>
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={() => setAsking(false)} data-autofocus>
            {t('Keep it')}
          </Button>
          <Button color="red" onClick={() => void remove()}>
            {t('Delete it')}
          </Button>
        </Group>
      </Modal>
    </li>
  );
});

function EditForm({ message, room, onEdit, onChange, onRefused }: MessageItemProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(message.content);
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.closest('li')?.scrollIntoView({ block: 'nearest' });
  }, []);
  const save = async (): Promise<void> => {
    if (busy) return;
    if (text === message.content) return onEdit(null);
    setBusy(true);
    try {
      const params = { path: { room, id: message.id } };
      onChange(await ok(api.PATCH('/api/v1/chat/rooms/{room}/messages/{id}', { params, body: { content: text } })));
      onRefused('');
      onEdit(null);
    } catch (error) {
      setBusy(false);
      onRefused(problemText(error));
      field.current?.focus();
    }
  };
  return (
    <form
      className="edit"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <textarea
        ref={field}
        rows={2}
        maxLength={4096}
        aria-label={t('Edit your message')}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onEdit(null);
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          void save();
        }}
      />
      <Group gap="xs" mt={4}>
        <Button size="compact-sm" type="submit" loading={busy}>
          {t('Save')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => onEdit(null)}>
          {t('Cancel')}
        </Button>
      </Group>
    </form>
  );
}

/** The text with those it names made visible; others’ names only where all that look like one are. */
function words(content: string, mentions: readonly string[], me: Me): ReactNode[] {
  const found = [...content.matchAll(MENTION)];
  const all = new Set(found.map(([, name]) => name.toLowerCase())).size === mentions.length;
  const own = me.username?.toLowerCase();
  const parts: ReactNode[] = [];
  let from = 0;
  for (const { 0: word, 1: name, index } of found) {
    const isMe = mentions.includes(me.id) && name.toLowerCase() === own;
    if (!isMe && !all) continue;
    parts.push(content.slice(from, index));
    parts.push(
      <mark key={index} className={isMe ? 'me' : ''}>
        {word}
      </mark>,
    );
    from = index + word.length;
  }
  return [...parts, content.slice(from)];
}
