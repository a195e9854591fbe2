import { Button, Group, Switch, Table, Text } from '@mantine/core';
import { IconUserPlus, IconUsers } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, ok, type components } from '../../shell/api';
import { Confirm, Empty, onDemand, ProblemAlert, RowsSkeleton, say, Section } from '../../shell/kit';
import { useMay } from '../../shell/session/me';
import { useFormat, useTranslation } from '../../shell/text';
import type { Classroom } from './classroom-form';

const TakeIn = onDemand(async () => (await import('./enrollment-dialogs')).TakeIn);
const Move = onDemand(async () => (await import('./enrollment-dialogs')).Move);

export type Enrollment = components['schemas']['Enrollment'];

/** Who is and was in a classroom; who may write takes in, moves and withdraws. */
export function Enrollments({ classroom, mayWrite }: { classroom: Classroom; mayWrite: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const queries = useQueryClient();
  const seesAccounts = useMay()('manage_users');
  const { id } = classroom;
  const [withGone, setWithGone] = useState(false);
  const [taking, setTaking] = useState(false);
  const [moving, setMoving] = useState<Enrollment | null>(null);
  const [leaving, setLeaving] = useState<Enrollment | null>(null);
  const found = useInfiniteQuery({
    queryKey: ['school.enrollments', id, withGone],
    queryFn: ({ pageParam, signal }) =>
      ok(
        api.GET('/api/v1/classrooms/{id}/enrollments', {
          params: { path: { id }, query: { limit: 50, cursor: pageParam, ...(!withGone && { active: true }) } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next_cursor: next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  });
  const changed = (): Promise<unknown> =>
    Promise.all(['school.enrollments', 'school.enrolled'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
  const rows = found.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Section
      title={t('Students')}
      actions={
        <Group gap="sm">
          <Switch
            label={t('Also those who have left')}
            checked={withGone}
            onChange={({ currentTarget }) => setWithGone(currentTarget.checked)}
          />
          {mayWrite && seesAccounts && (
            <Button size="compact-md" leftSection={<IconUserPlus size={16} />} onClick={() => setTaking(true)}>
              {t('Take in')}
            </Button>
          )}
        </Group>
      }
    >
      {found.isError && <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <RowsSkeleton rows={6} />}
      {found.data && rows.length === 0 && (
        <Empty icon={IconUsers} title={t('Nobody is in this classroom')}>
          {mayWrite && t('Take the first student in.')}
        </Empty>
      )}
      {rows.length > 0 && (
        <Table.ScrollContainer minWidth={280}>
          <Table verticalSpacing={6} aria-label={t('Students')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('Name')}</Table.Th>
                <Table.Th visibleFrom="xs">{t('From')}</Table.Th>
                {withGone && <Table.Th visibleFrom="xs">{t('Until')}</Table.Th>}
                {mayWrite && <Table.Th ta="right">{t('Actions')}</Table.Th>}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((row) => (
                <Table.Tr key={row.id}>
                  <Table.Td className="breaks">
                    {mayWrite ? (
                      <Text component={Link} to={`/school/students/${row.student_id}`} td="underline">
                        {row.student_name}
                      </Text>
                    ) : (
                      row.student_name
                    )}
                  </Table.Td>
                  <Table.Td visibleFrom="xs">{format.day(row.enrolled_on)}</Table.Td>
                  {withGone && <Table.Td visibleFrom="xs">{format.day(row.withdrawn_on)}</Table.Td>}
                  {mayWrite && (
                    <Table.Td>
                      {row.withdrawn_on === null && (
                        <Group gap={4} justify="flex-end">
                          <Button
                            size="compact-sm"
                            variant="subtle"
                            onClick={() => setMoving(row)}
                            aria-label={t('Move {{name}}', { name: row.student_name })}
                          >
                            {t('Move')}
                          </Button>
                          <Button
                            size="compact-sm"
                            variant="subtle"
                            color="red"
                            onClick={() => setLeaving(row)}
                            aria-label={t('Withdraw {{name}}', { name: row.student_name })}
                          >
                            {t('Withdraw')}
                          </Button>
                        </Group>
                      )}
                    </Table.Td>
                  )}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {found.hasNextPage && (
        <Button mt="xs" variant="subtle" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t('Show more')}
        </Button>
      )}
      {taking && <TakeIn classroom={id} onClose={() => setTaking(false)} onDone={changed} />}
      {moving && <Move enrollment={moving} onClose={() => setMoving(null)} onDone={changed} />}
      <Confirm
        opened={leaving !== null}
        onClose={() => setLeaving(null)}
        title={t('Withdraw {{name}}?', { name: leaving?.student_name })}
        action={t('Withdraw')}
        onConfirm={async () => {
          if (!leaving) return;
          const path = { id, student_id: leaving.student_id };
          await ok(api.DELETE('/api/v1/classrooms/{id}/enrollments/{student_id}', { params: { path } }));
          say(t('{{name}} is withdrawn.', { name: leaving.student_name }));
          await changed();
        }}
      >
        {t('From when to when they were in it is kept.')}
      </Confirm>
    </Section>
  );
}
