import { Button, Group, NativeSelect, Skeleton } from '@mantine/core';
import { IconFileTypeCsv, IconFileTypePdf } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { addressOf, get } from '../../shell/api';
import { Empty, Page, ProblemAlert, Section } from '../../shell/kit';
import { useListState } from '../../shell/list';
import { useMay, useMe } from '../../shell/session/me';
import { useTranslation } from '../../shell/text';
import { ClassroomReport, OverviewReport } from './report-parts';
import { useTerms } from './use-terms';

/** What grades come to: of the whole school, or of a classroom. */
export default function Reports() {
  const { t } = useTranslation();
  const me = useMe();
  const mayManage = useMay()('manage_school');
  const { asked, ask } = useListState();
  const scope = { limit: 100, ...(!mayManage && { teacher_id: me.id }) };
  const classrooms = useQuery(get('/api/v1/classrooms', { params: { query: scope } }));
  const terms = useTerms();
  const rooms = classrooms.data?.items ?? [];
  const id = asked.classroom ?? (mayManage ? '' : (rooms[0]?.id ?? ''));
  const query = asked.term ? { term_id: asked.term } : {};
  const classroom = useQuery({
    ...get('/api/v1/school/reports/classrooms/{id}', { params: { path: { id }, query } }),
    enabled: id !== '',
  });
  const overview = useQuery({
    ...get('/api/v1/school/reports/overview', { params: { query } }),
    enabled: id === '' && mayManage,
  });
  const report = id === '' ? overview : classroom;
  const file = (format: string): string => {
    const path = id === '' ? '/api/v1/school/reports/overview' : `/api/v1/school/reports/classrooms/${id}`;
    return addressOf(`${path}?format=${format}${asked.term ? `&term_id=${asked.term}` : ''}`);
  };
  return (
    <Page
      title={t('School reports')}
      actions={
        <>
          <Button component="a" href={file('csv')} variant="default" leftSection={<IconFileTypeCsv size={16} />}>
            CSV
          </Button>
          <Button
            component="a"
            href={file('pdf')}
            target="_blank"
            rel="noopener"
            variant="default"
            leftSection={<IconFileTypePdf size={16} />}
          >
            PDF
          </Button>
        </>
      }
    >
      <Group gap="xs" className="no-print">
        <NativeSelect
          aria-label={t('Classroom')}
          value={id}
          onChange={({ currentTarget }) => ask({ classroom: currentTarget.value || undefined })}
          data={[
            ...(mayManage ? [{ value: '', label: t('The whole school') }] : []),
            ...rooms.map((one) => ({ value: one.id, label: one.name })),
          ]}
        />
        <NativeSelect
          aria-label={t('Term')}
          value={asked.term ?? ''}
          onChange={({ currentTarget }) => ask({ term: currentTarget.value || undefined })}
          data={[
            { value: '', label: t('All terms') },
            ...(terms.data?.items ?? []).map((one) => ({ value: one.id, label: one.name })),
          ]}
        />
      </Group>
      {report.isError && <ProblemAlert error={report.error} onRetry={() => void report.refetch()} />}
      {report.isLoading && <Skeleton height={320} radius="md" />}
      {!mayManage && classrooms.data && rooms.length === 0 && (
        <Section>
          <Empty title={t('You have no classroom')} />
        </Section>
      )}
      {id === '' && overview.data && (
        <OverviewReport report={overview.data} onClassroom={(one) => ask({ classroom: one })} />
      )}
      {id !== '' && classroom.data && <ClassroomReport report={classroom.data} />}
    </Page>
  );
}
