import { Button } from '@mantine/core';
import { IconPlus, IconSchool } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { get } from '../../shell/api';
import { Empty, onDemand, Page } from '../../shell/kit';
import { DataList } from '../../shell/list';
import { useMay } from '../../shell/session/me';
import { useTranslation } from '../../shell/text';

const ClassroomForm = onDemand(async () => (await import('./classroom-form')).ClassroomForm);

const LEVELS = Array.from({ length: 13 }, (_, at) => String(at + 1));

/** The classrooms that who is here may see. */
export default function Classrooms() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const mayManage = useMay()('manage_school');
  const [making, setMaking] = useState(false);
  return (
    <Page
      title={t('Classrooms')}
      actions={
        mayManage && (
          <Button leftSection={<IconPlus size={16} />} onClick={() => setMaking(true)}>
            {t('New classroom')}
          </Button>
        )
      }
    >
      <DataList
        title={t('Classrooms')}
        query={({ limit, cursor, q, grade_level: level }) =>
          get('/api/v1/classrooms', {
            params: {
              query: { limit, cursor, q: q as string | undefined, ...(level && { grade_level: Number(level) }) },
            },
          })
        }
        rowKey={({ id }) => id}
        to={({ id }) => `/school/classrooms/${id}`}
        filters={[
          { key: 'q', label: t('Search') },
          {
            key: 'grade_level',
            label: t('Year'),
            choices: LEVELS.map((value) => ({ value, label: t('Year {{n}}', { n: value }) })),
          },
        ]}
        columns={[
          { key: 'name', title: t('Name'), text: ({ name }) => name },
          { key: 'level', title: t('Year'), text: (row) => String(row.grade_level), align: 'right' },
          {
            key: 'capacity',
            title: t('Places'),
            text: ({ capacity }) => (capacity === null ? t('any number') : String(capacity)),
            align: 'right',
          },
        ]}
        empty={
          <Empty icon={IconSchool} title={t('No classroom yet')}>
            {mayManage ? t('Make the first one, or bring all of them from a file.') : t('You are in none.')}
          </Empty>
        }
      />
      {making && (
        <ClassroomForm
          onClose={() => setMaking(false)}
          onDone={() => queries.invalidateQueries({ queryKey: ['/api/v1/classrooms'] })}
        />
      )}
    </Page>
  );
}
