import { Badge, Group } from '@mantine/core';
import { get, type components } from '../../shell/api';
import { Page } from '../../shell/kit';
import { DataList } from '../../shell/list';
import { useFormat, useTranslation } from '../../shell/text';
import { ROLES } from './roles';

type User = components['schemas']['User'];

export default function Users() {
  const { t } = useTranslation();
  const format = useFormat();
  const title = t('Accounts');
  return (
    <Page title={title} about={t('People and services, what they may do, and whether they are active.')}>
      <DataList<User>
        title={title}
        query={(asked) => get('/api/v1/users', { params: { query: asked } })}
        rowKey={({ id }) => id}
        to={({ id }) => `/admin/users/${id}`}
        filters={[
          { key: 'q', label: t('Search by name or address') },
          { key: 'role', label: t('Role'), choices: ROLES.map((value) => ({ value, label: value })) },
          {
            key: 'is_active',
            label: t('State'),
            choices: [
              { value: 'true', label: t('active') },
              { value: 'false', label: t('deactivated') },
            ],
          },
          {
            key: 'kind',
            label: t('Kind'),
            choices: [
              { value: 'person', label: t('people') },
              { value: 'service', label: t('services') },
              { value: 'all', label: t('both') },
            ],
          },
        ]}
        columns={[
          { key: 'full_name', title: t('Name'), text: ({ full_name: name }) => name },
          { key: 'email', title: t('E-mail address'), text: ({ email }) => email },
          { key: 'username', title: t('Username'), text: ({ username }) => username ?? '', hidden: true },
          {
            key: 'roles',
            title: t('Roles'),
            text: ({ roles }) => roles.join(' '),
            render: ({ roles }) => (
              <Group gap={4}>
                {roles.map((role) => (
                  <Badge key={role} tt="none">
                    {role}
                  </Badge>
                ))}
              </Group>
            ),
          },
          {
            key: 'is_active',
            title: t('State'),
            text: ({ is_active: isActive }) => (isActive ? t('active') : t('deactivated')),
            render: ({ is_active: isActive }) => (
              <Badge color={isActive ? 'teal' : 'gray'} tt="none">
                {isActive ? t('active') : t('deactivated')}
              </Badge>
            ),
          },
          {
            key: 'created_at',
            title: t('Since'),
            text: ({ created_at: at }) => at,
            render: ({ created_at: at }) => format.day(at),
          },
        ]}
      />
    </Page>
  );
}
