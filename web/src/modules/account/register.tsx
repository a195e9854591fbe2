import { Anchor, Button, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, ok } from '../../shell/api';
import { FormStatus, SecretInput, useSubmit } from '../../shell/form';
import { Bare } from '../../shell/frame/bare';
import { useChangeOfPerson } from '../../shell/session/go';
import { nextPlace } from '../../shell/session/places';
import { localeOf, useTranslation } from '../../shell/text';

/** The language of the page, and the zone of this browser where it knows one that has a place. */
function readerHere(): { locale: 'en' | 'es'; time_zone?: string } {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const isPlace = /^[A-Z]\w+\//.test(timeZone) && timeZone !== 'Etc/Unknown';
  return { locale: localeOf(document.documentElement.lang), ...(isPlace && { time_zone: timeZone }) };
}

export default function Register() {
  const { t } = useTranslation();
  const change = useChangeOfPerson();
  const [next] = useState(() => nextPlace());
  const form = useForm({ initialValues: { full_name: '', email: '', username: '', password: '' } });
  const { submit, busy, error } = useSubmit(
    async ({ username, ...others }: typeof form.values, headers) => {
      const body = { ...others, ...(username && { username }), ...readerHere() };
      await ok(api.POST('/api/v1/auth/register', { body, headers }));
      const { email, password } = others;
      await ok(api.POST('/api/v1/auth/browser/login', { body: { email, password } }));
      await change(next);
    },
    { fields: form },
  );
  return (
    <Bare title={t('Make an account')}>
      <form onSubmit={form.onSubmit((values) => void submit(values))}>
        <Stack>
          <TextInput
            label={t('Name')}
            autoComplete="name"
            maxLength={200}
            required
            withAsterisk={false}
            autoFocus
            {...form.getInputProps('full_name')}
          />
          <TextInput
            label={t('E-mail address')}
            type="email"
            autoComplete="email"
            required
            withAsterisk={false}
            {...form.getInputProps('email')}
          />
          <TextInput
            label={t('Username (may be left out)')}
            autoComplete="username"
            maxLength={50}
            {...form.getInputProps('username')}
          />
          <SecretInput
            label={t('Password')}
            description={t('Long, and not one that others use. A password manager can make one.')}
            autoComplete="new-password"
            maxLength={128}
            required
            withAsterisk={false}
            {...form.getInputProps('password')}
          />
          <FormStatus error={error} values={form.values} />
          <Button type="submit" loading={busy}>
            {t('Make the account')}
          </Button>
          <Text c="dimmed">
            {t('You have one already?')}{' '}
            <Anchor component={Link} to="/login" search={{ next } as never}>
              {t('Sign in')}
            </Anchor>
          </Text>
        </Stack>
      </form>
    </Bare>
  );
}
