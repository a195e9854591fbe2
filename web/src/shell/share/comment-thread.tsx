import { ActionIcon, Avatar, Button, Group, Stack, Text, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCheck, IconRotate, IconTrash } from '@tabler/icons-react';
import { api, ok, type components } from '../api';
import { Confirm } from '../kit/dialogs';
import { sayProblem } from '../kit/toast';
import { useMaybeMe } from '../session/me';
import { useFormat, useTranslation } from '../text';
import { CommentForm } from './comments-panel';

type Comment = components['schemas']['Comment'];
/** `@[user_id]`, by which somebody is mentioned. */
const MENTION = /@\[[0-9a-f-]{36}\]/g;

interface ThreadProps {
  readonly first: Comment;
  readonly answers: readonly Comment[];
  readonly mayComment: boolean;
  readonly onChanged: () => Promise<void>;
}

/** A comment with its answers; it can be settled, and opened again. */
export function CommentThread({ first, answers, mayComment, onChanged }: ThreadProps) {
  const { t } = useTranslation();
  const [answering, { toggle, close }] = useDisclosure();
  const params = { path: { id: first.id } };
  const settle = async (): Promise<void> => {
    const call = first.resolved_at ? api.DELETE : api.POST;
    await ok(call('/api/v1/comments/{id}/resolve', { params })).catch(sayProblem);
    await onChanged();
  };
  const { resource_type, resource_id } = first;
  return (
    <Stack gap="xs" opacity={first.resolved_at ? 0.75 : 1}>
      <One comment={first} onChanged={onChanged} />
      <Stack gap="xs" pl={36}>
        {answers.map((answer) => (
          <One key={answer.id} comment={answer} onChanged={onChanged} />
        ))}
        {mayComment && (
          <Group gap="xs">
            <Button size="compact-sm" variant="subtle" onClick={toggle} aria-expanded={answering}>
              {t('Answer')}
            </Button>
            <Button
              size="compact-sm"
              variant="subtle"
              leftSection={first.resolved_at ? <IconRotate size={14} /> : <IconCheck size={14} />}
              onClick={() => void settle()}
            >
              {first.resolved_at ? t('Open it again') : t('Settled')}
            </Button>
          </Group>
        )}
        {answering && (
          <CommentForm
            label={t('Answer')}
            of={{ resource_type, resource_id, parent_id: first.id }}
            onSaid={async () => {
              close();
              await onChanged();
            }}
          />
        )}
      </Stack>
    </Stack>
  );
}

function One({ comment, onChanged }: { comment: Comment; onChanged: () => Promise<void> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const me = useMaybeMe();
  const [asking, { open, close }] = useDisclosure();
  const name = comment.author_name ?? t('Somebody');
  const remove = async (): Promise<void> => {
    await ok(api.DELETE('/api/v1/comments/{id}', { params: { path: { id: comment.id } } }));
    await onChanged();
  };
  return (
    <Group align="flex-start" wrap="nowrap" gap="sm">
      <Avatar size={26} name={name} aria-hidden />
      <div style={{ flex: 1, minWidth: 0 }}>
        <Text fz="sm" className="breaks">
          <b>{name}</b>{' '}
          <Text span fz="xs" c="dimmed">
            {format.ago(comment.created_at)}
            {comment.edited_at && ` · ${t('edited')}`}
          </Text>
        </Text>
        <Text className="breaks" style={{ whiteSpace: 'pre-wrap' }} c={comment.deleted_at ? 'dimmed' : undefined}>
          {comment.deleted_at ? t('This comment is deleted.') : comment.body?.replace(MENTION, '@…')}
        </Text>
      </div>
      {comment.author_id === me?.id && !comment.deleted_at && (
        <Tooltip label={t('Delete')}>
          <ActionIcon variant="subtle" color="gray" size="sm" onClick={open} aria-label={t('Delete')}>
            <IconTrash size={15} />
          </ActionIcon>
        </Tooltip>
      )}
      <Confirm
        opened={asking}
        onClose={close}
        title={t('Delete this comment?')}
        action={t('Delete')}
        onConfirm={remove}
      >
        {t('It cannot be brought back.')}
      </Confirm>
    </Group>
  );
}
