import { Alert, Anchor, Button, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, ok } from '../../shell/api';
import { FormStatus, useSubmit } from '../../shell/form';
import { Bare } from '../../shell/frame/bare';
import { useTranslation } from '../../shell/text';

export default function Forgot() {
  const { t } = useTranslation();
  const [isDone, setDone] = useState(false);
  const form = useForm({ initialValues: { email: '' } });
  const { submit, busy, error } = useSubmit(
    async (body: { email: string }, headers) => {
      await ok(api.POST('/api/v1/auth/password/forgot', { body, headers }));
      setDone(true);
    },
    { fields: form },
  );
  return (
    <Bare title={t('Forgotten password')}>
      <Stack>
        {isDone ? (
          <Alert color="teal" role="status">
            {t('If there is an account with this address, a link is on its way. It is good for half an hour.')}
          </Alert>
        ) : (
          <form onSubmit={form.onSubmit((values) => void submit(values))}>
            <Stack>
              <Text>{t('We send a link by which you choose a new one.')}</Text>
              <TextInput
                label={t('E-mail address')}
                type="email"
                autoComplete="email"
                required
                withAsterisk={false}
                autoFocus
                {...form.getInputProps('email')}
              />
              <FormStatus error={error} values={form.values} />
              <Button type="submit" loading={busy}>
                {t('Send the link')}
              </Button>
            </Stack>
          </form>
        )}
        <Anchor component={Link} to="/login">
          {t('Back to signing in')}
        </Anchor>
      </Stack>
    </Bare>
  );
}
