import { Alert, Badge, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { api, ok } from '../../shell/api';
import { FormStatus, useSubmit } from '../../shell/form';
import { say, Section } from '../../shell/kit';
import { useMe } from '../../shell/session/me';
import { useTranslation } from '../../shell/text';

export function EmailForm() {
  const { t } = useTranslation();
  const me = useMe();
  const [isSent, setSent] = useState(false);
  const form = useForm({ initialValues: { email: '' } });
  const change = useSubmit(
    async (body: { email: string }, headers) => {
      await ok(api.POST('/api/v1/auth/email/change', { body, headers }));
      form.reset();
      setSent(true);
    },
    { fields: form },
  );
  const resend = useSubmit(async (_: undefined, headers) => {
    await ok(api.POST('/api/v1/auth/email/verify/resend', { headers }));
    say(t('A link to confirm your address is on its way.'));
  });
  return (
    <Section title={t('E-mail address')}>
      <Stack>
        <Group gap="xs">
          <Text className="breaks">{me.email}</Text>
          <Badge color={me.email_verified ? 'teal' : 'yellow'}>
            {me.email_verified ? t('confirmed') : t('not confirmed yet')}
          </Badge>
          {!me.email_verified && (
            <Button
              size="compact-sm"
              variant="subtle"
              loading={resend.busy}
              onClick={() => void resend.submit(undefined)}
            >
              {t('Send the link again')}
            </Button>
          )}
        </Group>
        <FormStatus error={resend.error} />
        <form onSubmit={form.onSubmit((values) => void change.submit(values))}>
          <Stack>
            <TextInput
              label={t('New address')}
              type="email"
              autoComplete="email"
              required
              withAsterisk={false}
              {...form.getInputProps('email')}
            />
            <FormStatus error={change.error} values={form.values} />
            {isSent && (
              <Alert color="teal" role="status">
                {t('A link is on its way to the new address. The change counts once you have opened it.')}
              </Alert>
            )}
            <div>
              <Button type="submit" variant="default" loading={change.busy}>
                {t('Change the address')}
              </Button>
            </div>
          </Stack>
        </form>
      </Stack>
    </Section>
  );
}
