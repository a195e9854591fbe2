import { Alert, Button, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ok } from '../../shell/api';
import { FormStatus, SecretInput, useSubmit } from '../../shell/form';
import { Section } from '../../shell/kit';
import { useMe } from '../../shell/session/me';
import { useTranslation } from '../../shell/text';

export function PasswordForm() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const me = useMe();
  const [isDone, setDone] = useState(false);
  const form = useForm({ initialValues: { current_password: '', password: '' } });
  const { submit, busy, error } = useSubmit(
    async (body: { current_password: string; password: string }, headers) => {
      setDone(false);
      await ok(api.POST('/api/v1/auth/password/change', { body, headers }));
      form.reset();
      setDone(true);
      await queries.invalidateQueries({ queryKey: ['/api/v1/auth/sessions'] });
    },
    { fields: form },
  );
  return (
    <Section title={t('Password')}>
      <form onSubmit={form.onSubmit((values) => void submit(values))}>
        <Stack>
          <input name="username" autoComplete="username" defaultValue={me.email} hidden />
          <SecretInput
            label={t('Present password')}
            autoComplete="current-password"
            required
            withAsterisk={false}
            {...form.getInputProps('current_password')}
          />
          <SecretInput
            label={t('New password')}
            autoComplete="new-password"
            maxLength={128}
            required
            withAsterisk={false}
            {...form.getInputProps('password')}
          />
          <FormStatus error={error} values={form.values} />
          {isDone && (
            <Alert color="teal" role="status">
              {t('Your password is changed; your other sessions have ended.')}
            </Alert>
          )}
          <div>
            <Button type="submit" loading={busy}>
              {t('Change it')}
            </Button>
          </div>
        </Stack>
      </form>
    </Section>
  );
}
