import { Button, Code, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { Link, Navigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, ok, type components } from '../../shell/api';
import { FormStatus, useSubmit } from '../../shell/form';
import { Bare } from '../../shell/frame/bare';
import { useChangeOfPerson, useSignOut } from '../../shell/session/go';
import { whoever } from '../../shell/session/me';
import { nextPlace } from '../../shell/session/places';
import { useTranslation } from '../../shell/text';
import { CodeList } from './code-list';

type Enrolment = components['schemas']['MfaEnrolment'];

/** Setting up the second factor: a picture to scan, a code to prove it, codes to keep. */
export default function SetUp() {
  const { t } = useTranslation();
  const signOut = useSignOut();
  const who = useQuery(whoever);
  const [next] = useState(() => nextPlace());
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  if (who.data === null)
    return <Navigate to="/login" search={{ next: `/mfa/setup?next=${encodeURIComponent(next)}` }} />;
  if (who.data === 'mfa') return <Navigate to="/mfa" search={{ next }} />;
  return (
    <Bare title={t('Second factor')}>
      {codes && <Kept codes={codes} next={next} />}
      {!codes && enrolment && <Scan enrolment={enrolment} onDone={setCodes} />}
      {!codes && !enrolment && <Begin onBegun={setEnrolment} />}
      <Button variant="subtle" fullWidth mt="md" onClick={() => void signOut()}>
        {t('Sign out')}
      </Button>
    </Bare>
  );
}

function Begin({ onBegun }: { onBegun: (enrolment: Enrolment) => void }) {
  const { t } = useTranslation();
  const { submit, busy, error } = useSubmit(async (_: undefined, headers) =>
    onBegun(await ok(api.POST('/api/v1/auth/mfa/enroll', { headers }))),
  );
  return (
    <Stack>
      <Text>{t('With an authenticator app on your phone, a stolen password alone opens nothing.')}</Text>
      <FormStatus error={error} />
      <Button loading={busy} onClick={() => void submit(undefined)} autoFocus>
        {t('Set it up')}
      </Button>
    </Stack>
  );
}

function Scan({ enrolment, onDone }: { enrolment: Enrolment; onDone: (codes: readonly string[]) => void }) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { code: '' } });
  const { submit, busy, error } = useSubmit(
    async ({ code }: { code: string }) => {
      const { recovery_codes: codes } = await ok(
        api.POST('/api/v1/auth/browser/mfa/enable', { body: { code: code.trim() } }),
      );
      onDone(codes);
    },
    { fields: form },
  );
  return (
    <Stack>
      <Title order={2}>{t('1. Scan this with the app')}</Title>
      <img
        src={enrolment.qr_code}
        alt={t('QR code of the secret; the same secret stands below as text')}
        width={220}
        height={220}
        style={{ alignSelf: 'center', background: '#fff', borderRadius: 8 }}
      />
      <Text c="dimmed">
        {t('Or type this into the app:')} <Code className="breaks">{enrolment.secret.match(/.{1,4}/g)?.join(' ')}</Code>
      </Text>
      <form onSubmit={form.onSubmit((values) => void submit(values))}>
        <Stack>
          <Title order={2}>{t('2. Give the code that it shows')}</Title>
          <TextInput
            label={t('Code')}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={40}
            required
            withAsterisk={false}
            {...form.getInputProps('code')}
          />
          <FormStatus error={error} values={form.values} />
          <Button type="submit" loading={busy}>
            {t('Switch it on')}
          </Button>
        </Stack>
      </form>
    </Stack>
  );
}

function Kept({ codes, next }: { codes: readonly string[]; next: string }) {
  const { t } = useTranslation();
  const change = useChangeOfPerson();
  return (
    <Stack>
      <Title order={2}>{t('Keep these recovery codes')}</Title>
      <Text>{t('Each opens your account once when the phone is not at hand. They are shown only now.')}</Text>
      <CodeList codes={codes} />
      <Button variant="default" className="no-print" onClick={() => window.print()}>
        {t('Print them')}
      </Button>
      <Button
        component={Link}
        to={next}
        className="no-print"
        onClick={(event) => {
          event.preventDefault();
          void change(next);
        }}
      >
        {t('I have kept them')}
      </Button>
    </Stack>
  );
}
