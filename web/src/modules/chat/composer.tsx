import { Button, Group, Text } from '@mantine/core';
import { IconPaperclip, IconSend } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { askPath } from '../../shell/api';
import { problemText, useFormat, useTranslation } from '../../shell/text';

interface ComposerProps {
  readonly room: string;
  /** Says it in the room it was written for, which may have been left while its file was on the way. */
  readonly post: (room: string, content: string, file: { id: string; name: string } | null) => Promise<void> | void;
  /** The way to what was said last. */
  readonly onBack: () => void;
  readonly onRefused: (text: string) => void;
}

/** Into the files module; who is in the room gets it by the message. */
async function upload(file: File): Promise<{ id: string; name: string }> {
  const body = new FormData();
  body.append('folder', 'chat');
  body.append('file', file, file.name);
  const answer = await askPath('/api/v1/storage/upload', { method: 'POST', body });
  const { id, original_filename: name } = (await answer.json()) as { id: string; original_filename: string };
  return { id, name };
}

/** Where something is said: text, with a file or without. */
export function Composer({ room, post, onBack, onRefused }: ComposerProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [text, setText] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  useEffect(() => {
    setFile(null);
    field.current?.focus();
  }, [room]);
  const choose = (chosen: File | null): void => {
    setFile(chosen);
    if (picker.current) picker.current.value = '';
    field.current?.focus();
  };
  const send = async (): Promise<void> => {
    if (busy || (text.trim() === '' && !file)) return;
    onRefused('');
    if (!file) {
      setText('');
      return post(room, text, null);
    }
    setBusy(true);
    try {
      const kept = await upload(file);
      setText((now) => (now.startsWith(text) ? now.slice(text.length) : now)); // what was typed meanwhile is for the next one
      setFile(null);
      await post(room, text, kept);
    } catch (error) {
      onRefused(problemText(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      id="say"
      aria-busy={busy}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
        field.current?.focus();
      }}
    >
      <textarea
        id="text"
        ref={field}
        rows={2}
        maxLength={4096}
        aria-label={t('Message')}
        aria-describedby="text-hint"
        placeholder={t('Message')}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        onPaste={({ clipboardData }) => {
          if (clipboardData.files.length > 0) choose(clipboardData.files[0]);
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowUp' && text === '') {
            event.preventDefault();
            return onBack();
          }
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          void send();
        }}
      />
      {file && (
        <p id="chosen">
          <span id="chosen-name" className="breaks">
            <bdi>{file.name}</bdi> ({format.bytes(file.size)})
          </span>
          <Button size="compact-sm" variant="default" onClick={() => choose(null)} aria-describedby="chosen-name">
            {t('Leave it out')}
          </Button>
        </p>
      )}
      {busy && (
        <Text role="status" fz="sm" c="dimmed">
          {t('Uploading {{name}}…', { name: file?.name })}
        </Text>
      )}
      <Group gap="xs" mt={6} justify="space-between" wrap="nowrap">
        <Text id="text-hint" fz="xs" c="dimmed">
          {t(
            'Enter sends, Shift and Enter begins a new line, the upward arrow edits what you said last. @username names somebody.',
          )}
        </Text>
        <Group gap="xs" wrap="nowrap">
          <Button variant="default" leftSection={<IconPaperclip size={16} />} onClick={() => picker.current?.click()}>
            {t('Add a file')}
          </Button>
          <Button type="submit" leftSection={<IconSend size={16} />}>
            {t('Send')}
          </Button>
        </Group>
      </Group>
      <input
        ref={picker}
        type="file"
        aria-label={t('File')}
        hidden
        onChange={({ currentTarget }) => currentTarget.files?.[0] && choose(currentTarget.files[0])}
      />
    </form>
  );
}
