import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Keyed } from '../../shell/api';
import { FormStatus, useSubmit } from '../../shell/form';
import { useTranslation } from '../../shell/text';

interface NameDialogProps {
  readonly title: string;
  readonly action: string;
  readonly name?: string;
  readonly onClose: () => void;
  readonly onNamed: (name: string, headers: Keyed) => Promise<void>;
}

/** Asks for the name of a folder. */
export function NameDialog({ title, action, name = '', onClose, onNamed }: NameDialogProps) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { name } });
  const { submit, busy, error } = useSubmit(
    async (values: { name: string }, headers) => onNamed(values.name.trim(), headers),
    { fields: form, onDone: onClose },
  );
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('Close') }}>
      <form onSubmit={form.onSubmit((values) => void submit(values))}>
        <Stack>
          <TextInput
            label={t('Name')}
            maxLength={100}
            required
            withAsterisk={false}
            data-autofocus
            {...form.getInputProps('name')}
          />
          <FormStatus error={error} values={form.values} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('Cancel')}
            </Button>
            <Button type="submit" loading={busy}>
              {action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
