import { Alert, Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, get, ok } from '../../shell/api';
import { FormStatus, useSubmit } from '../../shell/form';
import { CopyLine, Dialog, ProblemAlert, RowsSkeleton, say, sayProblem, Section } from '../../shell/kit';
import { msg, useFormat, useTranslation } from '../../shell/text';

const path = '/api/v1/auth/app-passwords';
const SCOPES = [
  { value: 'dav.files', label: msg('Files (WebDAV)') },
  { value: 'dav.calendars', label: msg('Calendars (CalDAV)') },
  { value: 'dav.contacts', label: msg('Contacts (CardDAV)') },
  { value: 'smtp', label: msg('Mail (SMTP)') },
] as const;
type Scope = (typeof SCOPES)[number]['value'];

/** Passwords for programs that cannot give a second factor. */
export function AppPasswords() {
  const { t } = useTranslation();
  const format = useFormat();
  const queries = useQueryClient();
  const [making, { open, close }] = useDisclosure();
  const passwords = useQuery(get(path, { params: { query: { limit: 100 } } }));
  const changed = (): Promise<void> => queries.invalidateQueries({ queryKey: [path] });
  const nameOf = (scope: string): string => t(SCOPES.find(({ value }) => value === scope)?.label ?? scope);
  const remove = async (id: string): Promise<void> => {
    try {
      await ok(api.DELETE('/api/v1/auth/app-passwords/{id}', { params: { path: { id } } }));
      say(t('That password is gone.'));
    } catch (error) {
      sayProblem(error);
    }
    await changed();
  };
  return (
    <Section
      title={t('App passwords')}
      about={t('For a calendar, contacts or mail on a device that knows no second factor.')}
      actions={
        <Button size="compact-md" variant="default" onClick={open}>
          {t('Make one')}
        </Button>
      }
    >
      {passwords.isPending && <RowsSkeleton rows={2} />}
      {passwords.isError && <ProblemAlert error={passwords.error} onRetry={() => void passwords.refetch()} />}
      {passwords.data?.items.length === 0 && <Text>{t('There are none.')}</Text>}
      <Stack component="ul" gap="xs" p={0} m={0}>
        {passwords.data?.items.map(({ id, name, scopes, last_used_at: usedAt }) => (
          <Group key={id} component="li" justify="space-between" wrap="nowrap" style={{ listStyle: 'none' }}>
            <div style={{ minWidth: 0 }}>
              <Text className="breaks">{name}</Text>
              <Text fz="xs" c="dimmed">
                {[
                  ...scopes.map(nameOf),
                  usedAt ? t('used {{when}}', { when: format.ago(usedAt) }) : t('never used'),
                ].join(' · ')}
              </Text>
            </div>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => void remove(id)}
              aria-label={t('Remove {{label}}', { label: name })}
            >
              {t('Remove')}
            </Button>
          </Group>
        ))}
      </Stack>
      <Dialog opened={making} onClose={close} title={t('A new app password')}>
        <Make onMade={changed} onClose={close} />
      </Dialog>
    </Section>
  );
}

function Make({ onMade, onClose }: { onMade: () => Promise<void>; onClose: () => void }) {
  const { t } = useTranslation();
  const [password, setPassword] = useState<string | null>(null);
  const form = useForm<{ name: string; scopes: Scope[] }>({ initialValues: { name: '', scopes: [] } });
  const { submit, busy, error } = useSubmit(
    async (body: { name: string; scopes: Scope[] }, headers) => {
      const made = await ok(api.POST(path, { body, headers }));
      setPassword(made.password ?? '');
      await onMade();
    },
    { fields: form },
  );
  if (password !== null) {
    return (
      <Stack>
        <Alert color="teal" role="status">
          {t('This is the password. It is shown only now.')}
        </Alert>
        <CopyLine value={password} label={t('Password')} />
        <Button onClick={onClose}>{t('I have kept it')}</Button>
      </Stack>
    );
  }
  return (
    <form onSubmit={form.onSubmit((values) => void submit(values))}>
      <Stack>
        <TextInput
          label={t('What it is for')}
          placeholder={t('Calendar on my phone')}
          maxLength={100}
          required
          withAsterisk={false}
          data-autofocus
          {...form.getInputProps('name')}
        />
        <Checkbox.Group label={t('Where it counts')} {...form.getInputProps('scopes')}>
          <Stack gap={6} mt={4}>
            {SCOPES.map(({ value, label }) => (
              <Checkbox key={value} value={value} label={t(label)} />
            ))}
          </Stack>
        </Checkbox.Group>
        <FormStatus error={error} values={form.values} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('Cancel')}
          </Button>
          <Button type="submit" loading={busy} disabled={form.values.scopes.length === 0}>
            {t('Make it')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
