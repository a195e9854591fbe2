import { Alert, Anchor, Button, Divider, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { addressOf, api, get, ok } from '../../shell/api';
import { FormStatus, SecretInput, useSubmit } from '../../shell/form';
import { Bare } from '../../shell/frame/bare';
import { useChangeOfPerson } from '../../shell/session/go';
import { nextPlace, useTaken } from '../../shell/session/places';
import { t, useTranslation } from '../../shell/text';

/** Why signing in elsewhere has come to nothing, by the word in the address. */
const REASONS: Record<string, () => string> = {
  inactive_user: () => t('This account is deactivated.'),
  account_exists: () =>
    t(
      'There is an account with this address already: sign in by its password, then link the other one under “Your account”.',
    ),
  email_not_verified_by_provider: () => t('The other side has not verified your address, so it does not count here.'),
  identity_provider_unavailable: () => t('The other side does not answer just now. Please try again later.'),
  email_domain_not_allowed: () => t('Addresses of this domain cannot register here.'),
  invalid_login_state: () => t('That took too long, or was begun in another browser. Please begin again.'),
  login_cancelled: () => t('You have not signed in: the other side says that you went away.'),
};

export default function Login() {
  const { t } = useTranslation();
  const change = useChangeOfPerson();
  const [next] = useState(() => nextPlace());
  const error = useTaken('error');
  const done = useTaken('done');
  const providers = useQuery(get('/api/v1/auth/oauth'));
  const form = useForm({ initialValues: { name: '', password: '' } });
  const login = useSubmit(
    async ({ name, password }: { name: string; password: string }) => {
      const who = name.includes('@') ? { email: name } : { username: name };
      const answer = await ok(api.POST('/api/v1/auth/browser/login', { body: { ...who, password } }));
      await change(answer.requires_mfa ? `/mfa?next=${encodeURIComponent(next)}` : next);
    },
    { fields: form },
  );
  const others = providers.data?.items ?? [];
  return (
    <Bare title={t('Sign in')}>
      <form onSubmit={form.onSubmit((values) => void login.submit(values))}>
        <Stack>
          {done === 'reset' && <Alert color="teal">{t('Your new password is kept. Sign in with it.')}</Alert>}
          {error && (
            <Alert color="red" role="alert">
              {REASONS[error]?.() ?? t('Signing in there did not work. Please try again.')}
            </Alert>
          )}
          <TextInput
            label={t('E-mail address or username')}
            autoComplete="username"
            required
            withAsterisk={false}
            autoFocus
            {...form.getInputProps('name')}
          />
          <SecretInput
            label={t('Password')}
            autoComplete="current-password"
            required
            withAsterisk={false}
            {...form.getInputProps('password')}
          />
          <FormStatus error={login.error} values={form.values} />
          <Button type="submit" loading={login.busy}>
            {t('Sign in')}
          </Button>
          {others.length > 0 && <Divider label={t('or')} />}
          {others.map(({ name, label }) => (
            <Button
              key={name}
              component="a"
              variant="default"
              href={addressOf(`/api/v1/auth/oauth/${name}?next=${encodeURIComponent(next)}`)}
            >
              {t('Sign in with {{label}}', { label })}
            </Button>
          ))}
          <Stack gap={4} align="center">
            <Anchor component={Link} to="/forgot">
              {t('Forgot your password?')}
            </Anchor>
            <Anchor component={Link} to="/register" search={{ next } as never}>
              {t('Make an account')}
            </Anchor>
          </Stack>
        </Stack>
      </form>
    </Bare>
  );
}
