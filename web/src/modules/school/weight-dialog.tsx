import { Button, Modal, NumberInput, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { api, ok } from '../../shell/api';
import { FormStatus, useSubmit } from '../../shell/form';
import { say } from '../../shell/kit';
import { useTranslation } from '../../shell/text';
import type { Grade, GradeColumn } from './gradebook-columns';

interface WeightDialogProps {
  readonly column: GradeColumn;
  readonly classroom: string;
  readonly term: string;
  /** All there are of it. */
  readonly grades: readonly Grade[];
  readonly onClose: () => void;
  readonly onDone: () => Promise<unknown>;
}

/** How often an assessment counts: for all of its grades at once, but for those that somebody else has changed meanwhile. */
export function WeightDialog({ column, classroom, term, grades, onClose, onDone }: WeightDialogProps) {
  const { t } = useTranslation();
  const { subject, assessment } = column;
  const [weight, setWeight] = useState<number | string>(column.weight);
  const { submit, busy, error } = useSubmit<{ weight: number }>(async (values, headers) => {
    const rows = grades.map(({ student_id, score, version }) => ({ student_id, score, version }));
    const body = { term_id: term, subject, assessment, ...values, grades: rows };
    const params = { path: { id: classroom } };
    const { results } = await ok(api.POST('/api/v1/classrooms/{id}/grades/bulk', { params, body, headers }));
    const refused = results.filter(({ status }) => status === 'refused').length;
    if (refused > 0) say(t('{{n}} grades keep their weight: they have changed meanwhile.', { n: refused }));
    await onDone();
    onClose();
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('Weight of “{{name}}”', { name: `${subject}, ${assessment}` })}
      closeButtonProps={{ 'aria-label': t('Close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit({ weight: Number(weight) });
        }}
      >
        <Stack>
          {column.mixed && <Text>{t('Its grades have different weights now.')}</Text>}
          <NumberInput
            label={t('Weight')}
            description={t('How often it counts in a mean')}
            min={0.01}
            max={100}
            decimalScale={2}
            value={weight}
            onChange={setWeight}
            data-autofocus
          />
          <FormStatus error={error} />
          <Button type="submit" loading={busy} disabled={!(Number(weight) >= 0.01) || grades.length === 0}>
            {t('Set the weight of {{n}} grades', { n: grades.length })}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
