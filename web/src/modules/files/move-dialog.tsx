import { Button, Group, Modal, NativeSelect, Stack } from '@mantine/core';
import { useState } from 'react';
import { FormStatus, useSubmit } from '../../shell/form';
import { useMe } from '../../shell/session/me';
import { useTranslation } from '../../shell/text';
import { aboveOf, atLeast, useFolders } from './folders';

interface MoveDialogProps {
  readonly title: string;
  /** A folder that is moved: it cannot lie in itself. */
  readonly folderId?: string;
  readonly from: string | null;
  readonly onClose: () => void;
  /** @param parentId null for the root */
  readonly onMoved: (parentId: string | null) => Promise<void>;
}

/** Asks where something is to lie. */
export function MoveDialog({ title, folderId, from, onClose, onMoved }: MoveDialogProps) {
  const { t } = useTranslation();
  const me = useMe();
  const { data: folders = [] } = useFolders();
  const [to, setTo] = useState(from ?? '');
  const { submit, busy, error } = useSubmit((parent: string) => onMoved(parent === '' ? null : parent), {
    onDone: onClose,
  });
  const places = folders.filter(
    (one) =>
      atLeast(one.permission, 'edit') &&
      one.id !== folderId &&
      !aboveOf(folders, one).some(({ id }) => id === folderId),
  );
  const choices = places.map((one) => ({
    value: one.id,
    label: one.owner_id === me.id ? one.path : `… / ${one.path}`,
  }));
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('Close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit(to);
        }}
      >
        <Stack>
          <NativeSelect
            label={t('To')}
            value={to}
            onChange={({ currentTarget }) => setTo(currentTarget.value)}
            data={[{ value: '', label: t('My files') }, ...choices.sort((a, b) => a.label.localeCompare(b.label))]}
            data-autofocus
          />
          <FormStatus error={error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('Cancel')}
            </Button>
            <Button type="submit" loading={busy} disabled={to === (from ?? '')}>
              {t('Move')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
