import { Badge, Group } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { get } from '../../shell/api';
import { Empty, Page } from '../../shell/kit';
import { DataList } from '../../shell/list';
import { useMe } from '../../shell/session/me';
import { useTranslation } from '../../shell/text';

/** Whom a teacher has in their classrooms, or looks after as their tutor. */
export default function Students() {
  const { t } = useTranslation();
  const { id } = useMe();
  return (
    <Page title={t('My pupils')} about={t('Those in your classrooms, and those whose tutor you are.')}>
      <DataList
        title={t('My pupils')}
        query={({ limit, cursor }) =>
          get('/api/v1/teachers/{id}/students', { params: { path: { id }, query: { limit, cursor } } })
        }
        rowKey={(row) => row.student_id}
        to={(row) => `/school/students/${row.student_id}`}
        columns={[
          { key: 'name', title: t('Name'), text: (row) => row.full_name },
          {
            key: 'classrooms',
            title: t('Classrooms'),
            text: ({ classrooms }) => classrooms.map(({ name }) => name).join(', '),
            render: ({ classrooms }) => (
              <Group gap="xs">
                {classrooms.map((one) => (
                  <Link key={one.id} to={`/school/classrooms/${one.id}`}>
                    {one.name}
                  </Link>
                ))}
              </Group>
            ),
          },
          {
            key: 'tutored',
            title: t('Tutor'),
            text: ({ tutored }) => (tutored ? t('yes') : ''),
            render: ({ tutored }) => tutored && <Badge tt="none">{t('you')}</Badge>,
          },
        ]}
        empty={<Empty icon={IconUsers} title={t('You have no pupils yet')} />}
      />
    </Page>
  );
}
