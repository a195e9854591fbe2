import { Paper, SimpleGrid, Skeleton, Table, Text, UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, type ReactNode } from 'react';
import type { components } from '../../shell/api';
import { Section } from '../../shell/kit';
import { useFormat, useTranslation } from '../../shell/text';

const BarsChart = lazy(() => import('./bars-chart'));

type Schemas = components['schemas'];
type Group = Schemas['ReportGroup'];

/** What a classroom's grades come to. */
export function ClassroomReport({ report }: { report: Schemas['ClassroomReport'] }) {
  const { t } = useTranslation();
  const shown = useMean();
  const { count, mean, median, stddev, min, max, distribution, by_subject: subjects, by_student: students } = report;
  return (
    <>
      <Figures
        of={[
          [t('Grades'), String(count)],
          [t('Mean'), shown(mean)],
          [t('Median'), shown(median)],
          [t('Spread'), shown(stddev)],
          [t('Least'), shown(min)],
          [t('Most'), shown(max)],
        ]}
      />
      {count > 0 && (
        <Section title={t('How the scores lie')}>
          <Chart
            label={t('Grades')}
            bars={distribution.map((one) => ({ name: `${one.from}–${one.to}`, value: one.count }))}
          />
        </Section>
      )}
      <SimpleGrid cols={{ base: 1, lg: 2 }}>
        <Section title={t('By subject')}>
          <Groups title={t('School subject')} groups={subjects} />
        </Section>
        <Section title={t('By student')}>
          <Groups
            title={t('Student')}
            groups={students}
            name={({ id, name }) => (
              <Text component={Link} to={`/school/students/${id}`} td="underline">
                {name}
              </Text>
            )}
          />
        </Section>
      </SimpleGrid>
    </>
  );
}

interface OverviewProps {
  readonly report: Schemas['SchoolOverview'];
  readonly onClassroom: (id: string) => void;
}

/** What the whole school's grades come to. */
export function OverviewReport({ report, onClassroom }: OverviewProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const shown = useMean();
  const rooms = report.by_classroom;
  return (
    <>
      <Figures
        of={[
          [t('Students'), format.number(report.students)],
          [t('Classrooms'), format.number(report.classrooms)],
          [t('Grades'), format.number(report.grades)],
          [t('Mean'), shown(report.mean)],
        ]}
      />
      {report.grades > 0 && (
        <Section title={t('Mean by classroom')}>
          <Chart label={t('Mean')} bars={rooms.map(({ name, mean }) => ({ name, value: mean ?? 0 }))} />
        </Section>
      )}
      <Section title={t('Classrooms')}>
        <Groups
          title={t('Classroom')}
          groups={rooms}
          name={({ id, name }) => (
            <UnstyledButton fz="inherit" td="underline" onClick={() => id && onClassroom(id)}>
              {name}
            </UnstyledButton>
          )}
        />
      </Section>
    </>
  );
}

function useMean(): (mean: number | null) => string {
  const format = useFormat();
  return (mean) => (mean === null ? '–' : format.number(mean, { minimumFractionDigits: 1, maximumFractionDigits: 2 }));
}

function Figures({ of }: { of: readonly (readonly [name: string, value: string])[] }) {
  return (
    <SimpleGrid cols={{ base: 2, sm: 3, lg: of.length }} spacing="sm">
      {of.map(([name, value]) => (
        <Paper key={name} withBorder p="sm">
          <Text c="dimmed" fz="sm">
            {name}
          </Text>
          <Text fw={650} fz="xl" className="num">
            {value}
          </Text>
        </Paper>
      ))}
    </SimpleGrid>
  );
}

function Chart(props: { label: string; bars: readonly { name: string; value: number }[] }) {
  return (
    <Suspense fallback={<Skeleton height={240} />}>
      <BarsChart {...props} />
    </Suspense>
  );
}

interface GroupsProps {
  readonly title: string;
  readonly groups: readonly Group[];
  readonly name?: (group: Group) => ReactNode;
}

function Groups({ title, groups, name = (group) => group.name }: GroupsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const shown = useMean();
  return (
    <Table.ScrollContainer minWidth={240}>
      <Table verticalSpacing={5} aria-label={title}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{title}</Table.Th>
            <Table.Th ta="right">{t('Grades')}</Table.Th>
            <Table.Th ta="right">{t('Mean')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {groups.map((group) => (
            <Table.Tr key={group.id ?? group.name}>
              <Table.Td className="breaks">{name(group)}</Table.Td>
              <Table.Td ta="right" className="num">
                {format.number(group.count)}
              </Table.Td>
              <Table.Td ta="right" className="num">
                {shown(group.mean)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
