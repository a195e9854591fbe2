import { Button } from '@mantine/core';
import { IconCertificate, IconPrinter } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { get } from '../../shell/api';
import { Empty, Page } from '../../shell/kit';
import { DataList } from '../../shell/list';
import { useMe } from '../../shell/session/me';
import { useFormat, useTranslation } from '../../shell/text';
import { useTerms } from './use-terms';

/** A pupil's own grades, the newest first. */
export default function MyGrades() {
  const { t } = useTranslation();
  const format = useFormat();
  const me = useMe();
  const terms = useTerms();
  const names = new Map(terms.data?.items.map(({ id, name }) => [id, name]));
  return (
    <Page
      title={t('My grades')}
      actions={
        <Button component={Link} to={`/school/students/${me.id}`} leftSection={<IconPrinter size={16} />}>
          {t('My transcript')}
        </Button>
      }
    >
      <DataList
        title={t('My grades')}
        query={({ limit, cursor, term_id: term, subject }) =>
          get('/api/v1/grades', {
            params: {
              query: {
                ...{ limit, cursor, student_id: me.id },
                term_id: term as string | undefined,
                subject: subject as string | undefined,
              },
            },
          })
        }
        rowKey={({ id }) => id}
        filters={[
          {
            key: 'term_id',
            label: t('Term'),
            choices: (terms.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
          },
          { key: 'subject', label: t('School subject') },
        ]}
        columns={[
          { key: 'subject', title: t('School subject'), text: ({ subject }) => subject },
          { key: 'assessment', title: t('Assessment'), text: ({ assessment }) => assessment ?? '–' },
          {
            key: 'score',
            title: t('Score'),
            align: 'right',
            text: ({ score }) => String(score),
            render: ({ score }) => format.number(score),
          },
          { key: 'weight', title: t('Weight'), align: 'right', text: ({ weight }) => format.number(weight) },
          { key: 'comments', title: t('Comment'), text: ({ comments }) => comments },
          { key: 'term', title: t('Term'), text: (row) => names.get(row.term_id) ?? '' },
          {
            key: 'changed',
            title: t('Since'),
            text: (row) => row.updated_at,
            render: (row) => format.day(row.updated_at),
          },
        ]}
        empty={
          <Empty icon={IconCertificate} title={t('No grades yet')}>
            {t('They stand here as soon as your teachers give them.')}
          </Empty>
        }
      />
    </Page>
  );
}
