import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { api, ok } from '../../shell/api';
import { FormStatus, useSubmit } from '../../shell/form';
import { Section } from '../../shell/kit';
import { useTranslation } from '../../shell/text';

export type OnStarted = (task: { task_id: string }) => Promise<void>;

/** A mail that is sent by a task. */
export function EmailForm({ onStarted }: { onStarted: OnStarted }) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { email: '', subject: '', body: '' } });
  const { submit, busy, error } = useSubmit(
    async (body: typeof form.values, headers) => {
      await onStarted(await ok(api.POST('/api/v1/tasks/email', { body, headers })));
      form.reset();
    },
    { fields: form },
  );
  return (
    <Section title={t('Send an e-mail')}>
      <form onSubmit={form.onSubmit((values) => void submit(values))}>
        <Stack gap="sm">
          <TextInput
            type="email"
            label={t('To')}
            autoComplete="email"
            required
            withAsterisk={false}
            {...form.getInputProps('email')}
          />
          <TextInput
            label={t('Subject')}
            maxLength={200}
            autoComplete="off"
            required
            withAsterisk={false}
            {...form.getInputProps('subject')}
          />
          <Textarea
            label={t('Text')}
            rows={4}
            maxLength={50_000}
            required
            withAsterisk={false}
            {...form.getInputProps('body')}
          />
          <FormStatus error={error} values={form.values} />
          <Group>
            <Button type="submit" loading={busy}>
              {t('Send it')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
