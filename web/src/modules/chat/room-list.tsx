import { Badge, Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { api, ok } from '../../shell/api';
import { FormStatus, useSubmit } from '../../shell/form';
import { useTranslation } from '../../shell/text';
import type { Room } from './rooms';

/** Above it, a field finds a room. */
const MANY = 12;

interface RoomListProps {
  readonly rooms: readonly Room[];
  readonly current: string;
  readonly onOpen: (room: string) => void;
  readonly onChanged: () => Promise<unknown>;
}

/** Rooms with what is not read in them, and ways to others. */
export function RoomList({ rooms, current, onOpen, onChanged }: RoomListProps) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const shown = rooms.filter(({ title }) => title.toLowerCase().includes(words.trim().toLowerCase()));
  return (
    <>
      {rooms.length > MANY && (
        <TextInput
          type="search"
          size="xs"
          aria-label={t('Find a room')}
          placeholder={t('Find a room')}
          value={words}
          onChange={({ currentTarget }) => setWords(currentTarget.value)}
        />
      )}
      <nav aria-label={t('Rooms')}>
        <ul id="rooms">
          {shown.map((room) => (
            <RoomItem key={room.room} room={room} isCurrent={room.room === current} onOpen={onOpen} />
          ))}
        </ul>
      </nav>
      <OpenForm onOpen={onOpen} />
      <TalkForm
        onOpen={async (room) => {
          await onChanged();
          onOpen(room);
        }}
      />
    </>
  );
}

function RoomItem({
  room: one,
  isCurrent,
  onOpen,
}: {
  room: Room;
  isCurrent: boolean;
  onOpen: (room: string) => void;
}) {
  const { t } = useTranslation();
  const { room, title, unread, mentions, kind } = one;
  const name =
    mentions > 0
      ? t('{{title}}, {{unread}} not read, you are named', { title, unread })
      : unread > 0
        ? t('{{title}}, {{unread}} not read', { title, unread })
        : title;
  return (
    <li>
      <button type="button" onClick={() => onOpen(room)} aria-label={name} aria-current={isCurrent}>
        <bdi className="cut">{kind === 'public' ? `# ${title}` : title}</bdi>
        {unread > 0 && (
          <Badge size="sm" variant="filled" className="num">
            {mentions > 0 ? `@${unread}` : unread}
          </Badge>
        )}
      </button>
    </li>
  );
}

function OpenForm({ onOpen }: { onOpen: (room: string) => void }) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { name: '' } });
  return (
    <form
      onSubmit={form.onSubmit(({ name }) => {
        onOpen(name.trim());
        form.reset();
      })}
    >
      <TextInput
        label={t('Open a room')}
        placeholder={t('chess')}
        maxLength={64}
        autoComplete="off"
        required
        withAsterisk={false}
        {...form.getInputProps('name')}
      />
      <Button type="submit" variant="default" size="compact-sm" mt={6}>
        {t('Open')}
      </Button>
    </form>
  );
}

function TalkForm({ onOpen }: { onOpen: (room: string) => Promise<void> }) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { username: '' } });
  const { submit, busy, error } = useSubmit(
    async (body: { username: string }, headers) => {
      const { room } = await ok(api.POST('/api/v1/chat/direct', { body, headers }));
      await onOpen(room);
      form.reset();
    },
    { fields: form },
  );
  return (
    <form onSubmit={form.onSubmit((values) => void submit(values))}>
      <TextInput
        label={t('Talk to somebody')}
        placeholder={t('username')}
        maxLength={50}
        autoComplete="off"
        required
        withAsterisk={false}
        {...form.getInputProps('username')}
      />
      <FormStatus error={error} values={form.values} />
      <Button type="submit" variant="default" size="compact-sm" mt={6} loading={busy}>
        {t('Talk')}
      </Button>
    </form>
  );
}
