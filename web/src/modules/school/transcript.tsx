import { Alert, Anchor, Button, NativeSelect, Stack, Text } from '@mantine/core';
import { IconFileTypePdf, IconPrinter, IconSignature } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { addressOf, api, get, ok } from '../../shell/api';
import { useSubmit } from '../../shell/form';
import { Empty, Facts, Page, ProblemAlert, say, ScreenSkeleton, Section } from '../../shell/kit';
import { useListState } from '../../shell/list';
import { useMay, useMe } from '../../shell/session/me';
import { useFormat, useTranslation } from '../../shell/text';
import { IssuedTranscripts } from './issued-transcripts';
import { TranscriptLines } from './transcript-lines';
import { useTerms } from './use-terms';

/** A student's transcript, to read, to print and to have signed. */
export default function Transcript() {
  const { t } = useTranslation();
  const format = useFormat();
  const me = useMe();
  const mayManage = useMay()('manage_school');
  const { id = '' }: Record<string, string> = useParams({ strict: false });
  const { asked, ask } = useListState();
  const terms = useTerms();
  const query = asked.term ? { term_id: asked.term } : {};
  const found = useQuery(get('/api/v1/school/reports/students/{id}', { params: { path: { id }, query } }));
  const issue = useSubmit<{ student_id: string; term_id?: string }>(async (body, headers) => {
    const issued = await ok(api.POST('/api/v1/school/transcripts', { body, headers }));
    say(t('The transcript is signed; its code is {{code}}.', { code: issued.code }));
    await Promise.all([found.refetch(), register.refetch()]);
  });
  const mayIssue = mayManage || id === me.id;
  const register = useQuery({
    ...get('/api/v1/school/transcripts', { params: { query: { student_id: id, limit: 20 } } }),
    enabled: mayIssue,
  });
  if (found.isError) {
    return (
      <Page title={t('Transcript')}>
        <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      </Page>
    );
  }
  if (!found.data) return <ScreenSkeleton />;
  const { student_name: name, count, mean, lines, partial, term, issue: signed } = found.data;
  const pdf = `/api/v1/school/reports/students/${id}?format=pdf${asked.term ? `&term_id=${asked.term}` : ''}`;
  return (
    <Page
      title={t('Transcript of {{name}}', { name })}
      actions={
        <>
          <NativeSelect
            aria-label={t('Term')}
            value={asked.term ?? ''}
            onChange={({ currentTarget }) => ask({ term: currentTarget.value || undefined })}
            data={[
              { value: '', label: t('All terms') },
              ...(terms.data?.items ?? []).map((one) => ({ value: one.id, label: one.name })),
            ]}
          />
          <Button variant="default" leftSection={<IconPrinter size={16} />} onClick={() => window.print()}>
            {t('Print')}
          </Button>
          <Button
            component="a"
            href={addressOf(pdf)}
            variant="default"
            leftSection={<IconFileTypePdf size={16} />}
            target="_blank"
            rel="noopener"
          >
            {t('As PDF')}
          </Button>
          {mayIssue && lines.length > 0 && !signed && (
            <Button
              leftSection={<IconSignature size={16} />}
              loading={issue.busy}
              onClick={() => void issue.submit({ student_id: id, ...query })}
            >
              {t('Have it signed')}
            </Button>
          )}
        </>
      }
    >
      {issue.error !== null && <ProblemAlert error={issue.error} />}
      {partial && <Alert color="gray">{t('Only what was given in your classrooms.')}</Alert>}
      <Section>
        {lines.length === 0 ? (
          <Empty title={t('No grades yet')} />
        ) : (
          <Stack gap={0}>
            <Facts
              of={[
                [t('Term'), term ?? t('All terms')],
                [t('Grades'), format.number(count)],
                [
                  t('Mean of all'),
                  mean === null ? '–' : format.number(mean, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
                ],
                ...(signed
                  ? ([
                      [
                        t('Code'),
                        <Anchor key="code" component={Link} to={`/school/verify/${signed.code}`}>
                          {signed.code}
                        </Anchor>,
                      ],
                      [t('Signed on'), format.day(signed.issued_at)],
                    ] as const)
                  : []),
              ]}
            />
            <TranscriptLines lines={lines} withClass />
            <Text fz="xs" c="dimmed" mt="sm">
              {t(
                'Means are weighted. How the class did is told of closed terms, and where enough others stand behind it.',
              )}
            </Text>
          </Stack>
        )}
      </Section>
      {mayIssue && (register.data?.items.length ?? 0) > 0 && (
        <IssuedTranscripts items={register.data?.items ?? []} onChanged={() => register.refetch()} />
      )}
    </Page>
  );
}
