import { Alert, Button, Group, Stack, TagsInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ok } from '../../shell/api';
import { FormStatus, useSubmit } from '../../shell/form';
import { CopyLine } from '../../shell/kit';
import { useTranslation } from '../../shell/text';

/** What may be listened to begins with these; `*` is everything. */
const EXAMPLES = ['*', 'orders.*', 'users.*', 'school.*', 'file.*', 'folder.*'];

export function NewWebhook({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [secret, setSecret] = useState<string | null>(null);
  const form = useForm<{ url: string; events: string[] }>({ initialValues: { url: '', events: [] } });
  const { submit, busy, error } = useSubmit(
    async (body: { url: string; events: string[] }, headers) => {
      const made = await ok(api.POST('/api/v1/webhooks', { body, headers }));
      setSecret(made.secret);
      await queries.invalidateQueries({ queryKey: ['/api/v1/webhooks'] });
    },
    { fields: form },
  );
  if (secret !== null) {
    return (
      <Stack>
        <Alert color="teal" role="status">
          {t('This is the secret of its signatures. It is shown only now.')}
        </Alert>
        <CopyLine value={secret} label={t('Secret')} />
        <Button onClick={onClose}>{t('I have kept it')}</Button>
      </Stack>
    );
  }
  return (
    <form onSubmit={form.onSubmit((values) => void submit(values))}>
      <Stack>
        <TextInput
          label={t('Address')}
          type="url"
          placeholder="https://shop.example.com/hooks/atrium"
          maxLength={2000}
          required
          withAsterisk={false}
          data-autofocus
          {...form.getInputProps('url')}
        />
        <TagsInput
          label={t('Events')}
          description={t('Such as orders.placed or orders.*; Enter takes each.')}
          data={EXAMPLES}
          {...form.getInputProps('events')}
        />
        <FormStatus error={error} values={form.values} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('Cancel')}
          </Button>
          <Button type="submit" loading={busy}>
            {t('Make the webhook')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
