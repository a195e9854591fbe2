import { Button, Group } from '@mantine/core';
import { IconChartDots, IconPencil, IconTableOptions } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, ok, versioned } from '../../shell/api';
import { Confirm, Facts, onDemand, Page, ProblemAlert, say, ScreenSkeleton, Section } from '../../shell/kit';
import { useGo } from '../../shell/session/go';
import { useMay, useMe } from '../../shell/session/me';
import { useTranslation } from '../../shell/text';
import { Enrollments } from './enrollments';

const ClassroomForm = onDemand(async () => (await import('./classroom-form')).ClassroomForm);

/** One classroom: what it is, and who is in it. */
export default function ClassroomScreen() {
  const { t } = useTranslation();
  const go = useGo();
  const me = useMe();
  const mayManage = useMay()('manage_school');
  const queries = useQueryClient();
  const { id = '' }: Record<string, string> = useParams({ strict: false });
  const [changing, setChanging] = useState(false);
  const [removing, setRemoving] = useState(false);
  const path = { id };
  const read = () => versioned(api.GET('/api/v1/classrooms/{id}', { params: { path } }));
  const found = useQuery({ queryKey: ['school.classroom', id], queryFn: read });
  const above = [{ title: t('Classrooms'), to: '/school/classrooms' }];
  if (found.isError) {
    return (
      <Page title={t('Classroom')} above={above}>
        <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      </Page>
    );
  }
  if (!found.data) return <ScreenSkeleton />;
  const { name, grade_level: level, capacity, teacher_id: teacher } = found.data.value;
  const mayWrite = mayManage || (me.roles.includes('teacher') && teacher === me.id);
  return (
    <Page
      title={t('Classroom {{name}}', { name })}
      above={above}
      actions={
        mayWrite && (
          <>
            <Button
              component={Link}
              to="/school/gradebook"
              search={{ classroom: id } as never}
              variant="default"
              leftSection={<IconTableOptions size={16} />}
            >
              {t('Gradebook')}
            </Button>
            <Button
              component={Link}
              to="/school/reports"
              search={{ classroom: id } as never}
              variant="default"
              leftSection={<IconChartDots size={16} />}
            >
              {t('Report')}
            </Button>
          </>
        )
      }
    >
      <Section
        title={t('About it')}
        actions={
          mayManage && (
            <Group gap="xs">
              <Button
                variant="subtle"
                size="compact-sm"
                leftSection={<IconPencil size={14} />}
                onClick={() => setChanging(true)}
              >
                {t('Change it')}
              </Button>
              <Button variant="subtle" color="red" size="compact-sm" onClick={() => setRemoving(true)}>
                {t('Delete')}
              </Button>
            </Group>
          )
        }
      >
        <Facts
          of={[
            [t('Year'), level],
            [t('Places'), capacity ?? t('any number')],
          ]}
        />
      </Section>
      <Enrollments classroom={found.data.value} mayWrite={mayWrite} />
      {changing && (
        <ClassroomForm
          version={found.data}
          read={read}
          onClose={() => setChanging(false)}
          onDone={() => Promise.all([found.refetch(), queries.invalidateQueries({ queryKey: ['/api/v1/classrooms'] })])}
        />
      )}
      <Confirm
        opened={removing}
        onClose={() => setRemoving(false)}
        title={t('Delete classroom {{name}}?', { name })}
        action={t('Delete')}
        onConfirm={async () => {
          await ok(api.DELETE('/api/v1/classrooms/{id}', { params: { path } }));
          say(t('Classroom {{name}} is deleted.', { name }));
          await queries.invalidateQueries({ queryKey: ['/api/v1/classrooms'] });
          await go('/school/classrooms');
        }}
      >
        {t('Only one that nobody was ever in can be deleted.')}
      </Confirm>
    </Page>
  );
}
