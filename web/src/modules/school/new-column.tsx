import { Autocomplete, Button, Modal, NumberInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from '../../shell/text';
import type { PlannedColumn } from './gradebook-columns';

interface NewColumnProps {
  readonly opened: boolean;
  readonly subject: string;
  readonly subjects: readonly string[];
  readonly onClose: () => void;
  readonly onMade: (column: PlannedColumn) => void;
}

/** A column for an assessment; it is stored together with its first grade. */
export function NewColumn({ opened, subject, subjects, onClose, onMade }: NewColumnProps) {
  const { t } = useTranslation();
  const form = useForm({
    initialValues: { subject, assessment: '', weight: 1 as number | string },
    validate: {
      subject: (value) => (value.trim() ? null : t('is missing')),
      assessment: (value) => (value.trim() ? null : t('is missing')),
      weight: (value) => (Number(value) >= 0.01 ? null : t('is missing')),
    },
  });
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('New assessment')}
      closeButtonProps={{ 'aria-label': t('Close') }}
    >
      <form
        onSubmit={form.onSubmit((values) => {
          onMade({
            subject: values.subject.trim(),
            assessment: values.assessment.trim(),
            weight: Number(values.weight),
          });
          form.reset();
          onClose();
        })}
      >
        <Stack>
          <Autocomplete
            label={t('School subject')}
            data={[...subjects]}
            maxLength={100}
            {...form.getInputProps('subject')}
          />
          <TextInput
            label={t('Assessment')}
            placeholder={t('Midterm')}
            maxLength={100}
            data-autofocus
            {...form.getInputProps('assessment')}
          />
          <NumberInput
            label={t('Weight')}
            description={t('How often it counts in a mean')}
            min={0.01}
            max={100}
            decimalScale={2}
            {...form.getInputProps('weight')}
          />
          <Button type="submit">{t('Make the column')}</Button>
        </Stack>
      </form>
    </Modal>
  );
}
