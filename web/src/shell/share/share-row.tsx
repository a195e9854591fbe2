import { ActionIcon, Group, NativeSelect, Text, Tooltip } from '@mantine/core';
import { IconLink, IconTrash, IconUser, IconUsersGroup } from '@tabler/icons-react';
import { api, ok, type components } from '../api';
import { say, sayProblem } from '../kit/toast';
import { useFormat, useTranslation } from '../text';
import { OF_LINKS, permissionChoices, PERMISSIONS, type Permission } from './permissions';

type Share = components['schemas']['ResourceShare'];
const ICONS = { user: IconUser, group: IconUsersGroup, link: IconLink };

/** One right, which can be changed and taken away, and given back. */
export function ShareRow({ share, onChanged }: { share: Share; onChanged: () => Promise<void> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { type, name, id } = share.principal;
  const Icon = ICONS[type];
  const who = type === 'link' ? t('Whoever has the link') : (name ?? id ?? '');
  const params = { path: { id: share.id } };
  const change = async (permission: Permission): Promise<void> => {
    await ok(api.PATCH('/api/v1/shares/{id}', { params, body: { permission } })).catch(sayProblem);
    await onChanged();
  };
  const give = async (): Promise<void> => {
    const { resource_type, resource_id, permission, expires_at } = share;
    const principal = { type, ...(id !== null && { id }) };
    await ok(api.POST('/api/v1/shares', { body: { resource_type, resource_id, principal, permission, expires_at } }));
    await onChanged();
  };
  const take = async (): Promise<void> => {
    try {
      await ok(api.DELETE('/api/v1/shares/{id}', { params }));
      say(t('{{name}} has lost this right.', { name: who }), type === 'link' ? undefined : give);
    } catch (error) {
      sayProblem(error);
    }
    await onChanged();
  };
  return (
    <Group component="li" wrap="nowrap" gap="sm" style={{ listStyle: 'none' }}>
      <Icon size={18} stroke={1.6} aria-hidden />
      <div style={{ flex: 1, minWidth: 0 }}>
        <Text className="breaks">{who}</Text>
        <Text fz="xs" c="dimmed">
          {[
            share.expires_at && t('until {{when}}', { when: format.instant(share.expires_at) }),
            share.password === 'set' && t('with a password'),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </div>
      <NativeSelect
        aria-label={t('Right of {{name}}', { name: who })}
        value={share.permission}
        data={permissionChoices(type === 'link' ? OF_LINKS : PERMISSIONS)}
        onChange={({ currentTarget }) => void change(currentTarget.value as Permission)}
      />
      <Tooltip label={t('Take the right away')}>
        <ActionIcon
          variant="subtle"
          color="red"
          onClick={() => void take()}
          aria-label={t('Take the right of {{name}} away', { name: who })}
        >
          <IconTrash size={18} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}
