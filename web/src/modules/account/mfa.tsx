import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, AtriumError, ok } from '../../shell/api';
import { FormStatus, useSubmit } from '../../shell/form';
import { Bare } from '../../shell/frame/bare';
import { useChangeOfPerson, useSignOut } from '../../shell/session/go';
import { whoever } from '../../shell/session/me';
import { nextPlace } from '../../shell/session/places';
import { useTranslation } from '../../shell/text';

/** The code of the second factor, after the password. */
export default function SecondStep() {
  const { t } = useTranslation();
  const change = useChangeOfPerson();
  const signOut = useSignOut();
  const who = useQuery(whoever);
  const [next] = useState(() => nextPlace());
  const form = useForm({ initialValues: { code: '' } });
  const { submit, busy, error } = useSubmit(
    async ({ code }: { code: string }) => {
      try {
        await ok(api.POST('/api/v1/auth/browser/mfa/verify', { body: { code: code.trim() } }));
      } catch (failure) {
        if (failure instanceof AtriumError && failure.code === 'unauthenticated') return change('/login');
        form.reset();
        throw failure;
      }
      await change(next);
    },
    { fields: form },
  );
  if (who.data === null) return <Navigate to="/login" search={{ next }} />;
  if (who.data === 'enrolment') return <Navigate to="/mfa/setup" search={{ next }} />;
  return (
    <Bare title={t('Second step')}>
      <form onSubmit={form.onSubmit((values) => void submit(values))}>
        <Stack>
          <TextInput
            label={t('Code')}
            description={t('Six digits from your authenticator app, or one of your recovery codes.')}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={40}
            required
            withAsterisk={false}
            autoFocus
            {...form.getInputProps('code')}
          />
          <FormStatus error={error} values={form.values} />
          <Button type="submit" loading={busy}>
            {t('Go on')}
          </Button>
          <Button variant="subtle" onClick={() => void signOut()}>
            {t('Sign out')}
          </Button>
        </Stack>
      </form>
    </Bare>
  );
}
