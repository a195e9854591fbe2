import { Button, Group, NativeSelect, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { api, ok } from '../../shell/api';
import { FormStatus, useSubmit } from '../../shell/form';
import { Section } from '../../shell/kit';
import { useTranslation } from '../../shell/text';
import type { OnStarted } from './email-form';

const OPERATIONS = ['sum', 'average', 'count'] as const;
type Operation = (typeof OPERATIONS)[number];

const wordsOf = (text: string): string[] => text.split(/[\s;]+/).filter(Boolean);
/** The first word that is no number. */
const wrongOf = (text: string): string | undefined => wordsOf(text).find((word) => !/^-?\d+(\.\d+)?$/.test(word));

/** Numbers that a task works out. */
export function NumbersForm({ onStarted }: { onStarted: OnStarted }) {
  const { t } = useTranslation();
  const form = useForm({
    initialValues: { operation: 'sum' as Operation, values: '' },
    validate: {
      values: (text) => {
        const wrong = wrongOf(text);
        return wrong === undefined ? null : t('{{word}} is no number', { word: wrong });
      },
    },
  });
  const { submit, busy, error } = useSubmit(
    async ({ operation, values }: typeof form.values, headers) => {
      const body = wordsOf(values).map((word) => ({ value: Number(word) }));
      const params = { query: { operation } };
      await onStarted(await ok(api.POST('/api/v1/tasks/process-data', { params, body, headers })));
      form.setFieldValue('values', '');
    },
    { fields: form },
  );
  const names: Record<Operation, string> = { sum: t('Sum'), average: t('Average'), count: t('Count') };
  return (
    <Section title={t('Work out numbers')}>
      <form onSubmit={form.onSubmit((values) => void submit(values))}>
        <Stack gap="sm">
          <NativeSelect
            label={t('What')}
            data={OPERATIONS.map((value) => ({ value, label: names[value] }))}
            {...form.getInputProps('operation')}
          />
          <Textarea
            label={t('Numbers')}
            description={t('With a point for decimals; spaces, semicolons or new lines between them.')}
            rows={3}
            required
            withAsterisk={false}
            {...form.getInputProps('values')}
          />
          <FormStatus error={error} values={form.values} />
          <Group>
            <Button type="submit" loading={busy}>
              {t('Work it out')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
