import { Button, Collapse, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconLink } from '@tabler/icons-react';
import { api, ok } from '../api';
import { FormStatus, SecretInput, useSubmit } from '../form';
import { useTranslation } from '../text/i18n';
import { OF_LINKS, permissionChoices, type Permission } from './permissions';
import type { ResourceRef } from './resource-ref';

/** Makes a link, for whoever has it; with an end and a password where wanted. */
export function GiveLink({ resource, onGiven }: { resource: ResourceRef; onGiven: (url: string) => Promise<void> }) {
  const { t } = useTranslation();
  const [opened, { toggle, close }] = useDisclosure();
  const form = useForm({ initialValues: { permission: 'view' as Permission, expires_at: '', password: '' } });
  const { submit, busy, error } = useSubmit(
    async ({ permission, expires_at: until, password }: typeof form.values, headers) => {
      const body = {
        resource_type: resource.type,
        resource_id: resource.id,
        principal: { type: 'link' as const },
        permission,
        ...(until && { expires_at: new Date(until).toISOString() }),
        ...(password && { password }),
      };
      const { url } = await ok(api.POST('/api/v1/shares', { body, headers }));
      form.reset();
      close();
      await onGiven(url ?? '');
    },
    { fields: form },
  );
  return (
    <div>
      <Button variant="default" leftSection={<IconLink size={16} />} onClick={toggle} aria-expanded={opened}>
        {t('Make a link')}
      </Button>
      <Collapse expanded={opened}>
        <form onSubmit={form.onSubmit((values) => void submit(values))}>
          <Stack mt="sm">
            <NativeSelect label={t('Right')} data={permissionChoices(OF_LINKS)} {...form.getInputProps('permission')} />
            <TextInput
              type="datetime-local"
              label={t('Good until (may be left out)')}
              {...form.getInputProps('expires_at')}
            />
            <SecretInput
              label={t('Password (may be left out)')}
              autoComplete="new-password"
              {...form.getInputProps('password')}
            />
            <FormStatus error={error} values={form.values} />
            <Group>
              <Button type="submit" loading={busy}>
                {t('Make the link')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Collapse>
    </div>
  );
}
