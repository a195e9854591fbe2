import { Button, Group, NativeSelect, Stack } from '@mantine/core';
import { useState } from 'react';
import { api, ok } from '../api';
import { FormStatus, useSubmit } from '../form';
import { useTranslation } from '../text/i18n';
import { PERMISSIONS, permissionChoices, type Permission } from './permissions';
import { PrincipalField, type Principal } from './principal-field';
import type { ResourceRef } from './resource-ref';

/** Gives a right to a person or a group. */
export function GiveRight({ resource, onGiven }: { resource: ResourceRef; onGiven: () => Promise<void> }) {
  const { t } = useTranslation();
  const [principal, setPrincipal] = useState<Principal | null>(null);
  const [permission, setPermission] = useState<Permission>('view');
  const { submit, busy, error } = useSubmit(async (body: { principal: Principal; permission: Permission }, headers) => {
    const of = { resource_type: resource.type, resource_id: resource.id };
    await ok(api.POST('/api/v1/shares', { body: { ...of, ...body }, headers }));
    setPrincipal(null);
    await onGiven();
  });
  return (
    <Stack gap="xs">
      <Group align="flex-end" gap="xs">
        <PrincipalField label={t('Person or group')} value={principal} onChange={setPrincipal} />
        <NativeSelect
          aria-label={t('Right')}
          value={permission}
          data={permissionChoices(PERMISSIONS)}
          onChange={({ currentTarget }) => setPermission(currentTarget.value as Permission)}
        />
        <Button
          disabled={!principal}
          loading={busy}
          onClick={() => principal && void submit({ principal, permission })}
        >
          {t('Share')}
        </Button>
      </Group>
      <FormStatus error={error} />
    </Stack>
  );
}
