import { Alert, Badge, Button, Group, NativeSelect, Skeleton, Text } from '@mantine/core';
import { IconLock, IconPlus, IconSchool } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { get } from '../../shell/api';
import { Empty, onceOpened, onDemand, Page, ProblemAlert, say, Section } from '../../shell/kit';
import { useListState } from '../../shell/list';
import { useMay, useMe } from '../../shell/session/me';
import { useTranslation } from '../../shell/text';
import { GradeGrid } from './grade-grid';
import { cellKey, type GradeColumn } from './gradebook-columns';
import { openTermOf, useTerms } from './use-terms';
import { useGradebook } from './use-gradebook';

const CellDialog = onDemand(async () => (await import('./cell-dialog')).CellDialog);
const NewColumn = onceOpened(
  async () => (await import('./new-column')).NewColumn,
  ({ opened }) => opened,
);
const WeightDialog = onDemand(async () => (await import('./weight-dialog')).WeightDialog);

/** A classroom's grades of a term, as a grid that is filled like a spreadsheet. */
export default function Gradebook() {
  const { t } = useTranslation();
  const me = useMe();
  const mayManage = useMay()('manage_school');
  const { asked, ask } = useListState();
  const query = { limit: 100, ...(!mayManage && { teacher_id: me.id }) };
  const classrooms = useQuery(get('/api/v1/classrooms', { params: { query } }));
  const terms = useTerms();
  const classroom = classrooms.data?.items.find(({ id }) => id === asked.classroom) ?? classrooms.data?.items[0];
  const term = terms.data?.items.find(({ id }) => id === asked.term) ?? openTermOf(terms.data?.items);
  const failed = classrooms.isError ? classrooms : terms.isError ? terms : null;
  return (
    <Page title={t('Gradebook')}>
      <Group gap="xs" className="no-print">
        <NativeSelect
          aria-label={t('Classroom')}
          value={classroom?.id ?? ''}
          onChange={({ currentTarget }) => ask({ classroom: currentTarget.value, subject: undefined })}
          data={(classrooms.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
        <NativeSelect
          aria-label={t('Term')}
          value={term?.id ?? ''}
          onChange={({ currentTarget }) => ask({ term: currentTarget.value })}
          data={(terms.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
        {term?.closed_at && (
          <Badge color="gray" leftSection={<IconLock size={12} />} tt="none">
            {t('closed')}
          </Badge>
        )}
      </Group>
      {failed && <ProblemAlert error={failed.error} onRetry={() => void failed.refetch()} />}
      {(classrooms.isPending || terms.isPending) && !failed && <Skeleton height={380} radius="md" />}
      {classrooms.data && !classroom && (
        <Section>
          <Empty icon={IconSchool} title={t('You have no classroom')}>
            {t('Whoever runs the school gives you one.')}
          </Empty>
        </Section>
      )}
      {classroom && terms.data && !term && (
        <Section>
          <Empty title={t('There is no term yet')}>
            {mayManage ? (
              <Button component={Link} to="/school/terms" mt="xs">
                {t('Make a term')}
              </Button>
            ) : null}
          </Empty>
        </Section>
      )}
      {classroom && term && (
        <Book
          key={`${classroom.id} ${term.id}`}
          classroom={classroom}
          term={term}
          subject={asked.subject ?? ''}
          onSubject={(subject) => ask({ subject: subject || undefined })}
        />
      )}
    </Page>
  );
}

interface BookProps {
  readonly classroom: { readonly id: string; readonly name: string };
  readonly term: { readonly id: string; readonly name: string; readonly closed_at: string | null };
  readonly subject: string;
  readonly onSubject: (subject: string) => void;
}

function Book({ classroom, term, subject, onSubject }: BookProps) {
  const { t } = useTranslation();
  const book = useGradebook({ classroom: classroom.id, term: term.id });
  const [opened, setOpened] = useState<{ student: string; column: GradeColumn } | null>(null);
  const [weighed, setWeighed] = useState<GradeColumn | null>(null);
  const [making, setMaking] = useState(false);
  const readOnly = term.closed_at !== null;
  const failed = book.students.isError ? book.students : book.grades.isError ? book.grades : null;
  if (failed) return <ProblemAlert error={failed.error} onRetry={() => void failed.refetch()} />;
  if (!book.students.data || !book.grades.data) return <Skeleton height={380} radius="md" />;
  const students = book.students.data;
  const subjects = [...new Set(book.columns.map((one) => one.subject))];
  const columns = book.columnsOf(subject);
  const states = [...book.unsaved.values()].map(({ state }) => state);
  const count = (state: string): number => states.filter((one) => one === state).length;
  return (
    <>
      <Group justify="space-between" gap="xs">
        <Group gap="xs" className="no-print">
          <NativeSelect
            aria-label={t('School subject')}
            value={subject}
            onChange={({ currentTarget }) => onSubject(currentTarget.value)}
            data={[{ value: '', label: t('All subjects') }, ...subjects]}
          />
          {!readOnly && (
            <Button variant="default" leftSection={<IconPlus size={16} />} onClick={() => setMaking(true)}>
              {t('New assessment')}
            </Button>
          )}
        </Group>
        <Text role="status" fz="sm" c="dimmed">
          {count('waiting') > 0 && t('Storing {{n}}…', { n: count('waiting') })}
          {count('waiting') === 0 && states.length === 0 && !readOnly && t('Everything is stored.')}
        </Text>
      </Group>
      {readOnly && (
        <Alert color="gray" icon={<IconLock size={18} />}>
          {t('The term is closed: its grades stay as they are.')}
        </Alert>
      )}
      {count('conflict') > 0 && (
        <Alert color="yellow" role="alert">
          {t('Somebody else has changed {{n}} of these grades meanwhile. Press Enter on a yellow cell to choose.', {
            n: count('conflict'),
          })}
        </Alert>
      )}
      {count('refused') > 0 && (
        <Alert color="red" role="alert">
          {t('{{n}} grades could not be stored: type them once more, or leave the page without them.', {
            n: count('refused'),
          })}
        </Alert>
      )}
      {students.length === 0 && (
        <Section>
          <Empty title={t('Nobody is in this classroom')}>
            <Button component={Link} to={`/school/classrooms/${classroom.id}`} mt="xs">
              {t('Take students in')}
            </Button>
          </Empty>
        </Section>
      )}
      {students.length > 0 && columns.length === 0 && (
        <Section>
          <Empty title={t('Nothing is graded yet')}>
            {!readOnly && t('Make the first assessment, then type or paste its grades.')}
          </Empty>
        </Section>
      )}
      {students.length > 0 && columns.length > 0 && (
        <GradeGrid
          label={t('Grades of {{classroom}}, {{term}}', { classroom: classroom.name, term: term.name })}
          students={students}
          columns={columns}
          cells={book.cells}
          unsaved={book.unsaved}
          readOnly={readOnly}
          onRecord={book.record}
          onOpen={(student, column) => setOpened({ student, column })}
          onColumn={setWeighed}
          onWrongPaste={(n) => say(t('{{n}} pasted cells are no scores from 0 to 100, or lie outside.', { n }))}
        />
      )}
      {students.length > 0 && columns.length > 0 && !readOnly && (
        <Text fz="xs" c="dimmed" className="no-print">
          {t(
            'Arrows move, digits or Enter change, Escape takes back, Ctrl+V pastes from a spreadsheet, the space bar tells all of a grade.',
          )}
        </Text>
      )}
      <NewColumn
        opened={making}
        subject={subject}
        subjects={subjects}
        onClose={() => setMaking(false)}
        onMade={book.plan}
      />
      {weighed && (
        <WeightDialog
          column={weighed}
          classroom={classroom.id}
          term={term.id}
          grades={students.flatMap(({ student_id: id }) => book.cells.get(cellKey(id, weighed.key)) ?? [])}
          onClose={() => setWeighed(null)}
          onDone={() => book.grades.refetch()}
        />
      )}
      {opened && (
        <CellDialog
          student={students.find(({ student_id: id }) => id === opened.student)?.student_name ?? ''}
          column={opened.column}
          grade={book.cells.get(cellKey(opened.student, opened.column.key))}
          unsaved={book.unsaved.get(cellKey(opened.student, opened.column.key))}
          readOnly={readOnly}
          onRecord={book.record}
          onForget={() => book.forget(opened.student, opened.column.key)}
          onChanged={() => book.readAgain(opened.student)}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  );
}
