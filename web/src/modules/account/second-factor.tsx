import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, ok } from '../../shell/api';
import { FormStatus, useSubmit } from '../../shell/form';
import { ProblemAlert, RowsSkeleton, Section } from '../../shell/kit';
import { useChangeOfPerson } from '../../shell/session/go';
import { useTranslation } from '../../shell/text';
import { CodeList } from './code-list';

/** The second factor: whether it is on, new recovery codes, switching it off. */
export function SecondFactor() {
  const { t } = useTranslation();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [switchingOff, { open }] = useDisclosure();
  const validation = useQuery({
    queryKey: ['/api/v1/auth/validate'],
    queryFn: () => ok(api.POST('/api/v1/auth/validate')),
  });
  const renew = useSubmit(async (_: undefined, headers) => {
    const { recovery_codes: fresh } = await ok(api.POST('/api/v1/auth/mfa/recovery-codes', { headers }));
    setCodes(fresh);
  });
  const isOn = validation.data?.session.mfa_verified;
  return (
    <Section title={t('Second factor')}>
      {validation.isPending && <RowsSkeleton rows={2} />}
      {validation.isError && <ProblemAlert error={validation.error} onRetry={() => void validation.refetch()} />}
      {isOn === false && (
        <Stack align="flex-start">
          <Text>{t('Off: whoever has your password can sign in.')}</Text>
          <Button component={Link} to="/mfa/setup">
            {t('Set it up')}
          </Button>
        </Stack>
      )}
      {isOn && (
        <Stack>
          <Text>{t('On: signing in asks for the code of your authenticator app.')}</Text>
          <Group gap="xs">
            <Button variant="default" loading={renew.busy} onClick={() => void renew.submit(undefined)}>
              {t('New recovery codes')}
            </Button>
            <Button variant="default" onClick={open}>
              {t('Switch it off')}
            </Button>
          </Group>
          <FormStatus error={renew.error} />
          {codes && (
            <Alert color="teal" role="status">
              <Text mb="xs">
                {t('These are your recovery codes now; the old ones are void. They are shown only here.')}
              </Text>
              <CodeList codes={codes} />
            </Alert>
          )}
          {switchingOff && <SwitchOff />}
        </Stack>
      )}
    </Section>
  );
}

function SwitchOff() {
  const { t } = useTranslation();
  const change = useChangeOfPerson();
  const form = useForm({ initialValues: { code: '' } });
  const { submit, busy, error } = useSubmit(
    async (body: { code: string }, headers) => {
      await ok(api.POST('/api/v1/auth/mfa/disable', { body, headers }));
      await change('/login');
    },
    { fields: form },
  );
  return (
    <form onSubmit={form.onSubmit((values) => void submit(values))}>
      <Stack gap="xs" align="flex-start">
        <TextInput
          w="100%"
          label={t('Code of the app, or a recovery code')}
          autoComplete="one-time-code"
          maxLength={40}
          required
          withAsterisk={false}
          autoFocus
          {...form.getInputProps('code')}
        />
        <FormStatus error={error} values={form.values} />
        <Button type="submit" color="red" loading={busy}>
          {t('Switch it off now')}
        </Button>
      </Stack>
    </form>
  );
}
