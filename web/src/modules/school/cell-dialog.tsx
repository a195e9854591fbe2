import { Button, Group, Modal, NumberInput, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ok, versioned, type Versioned } from '../../shell/api';
import { ConflictDialog, FormStatus, useEdit, useSubmit } from '../../shell/form';
import { Confirm, ProblemAlert, RowsSkeleton, say } from '../../shell/kit';
import { useFormat, useTranslation } from '../../shell/text';
import type { Change } from './grade-saver';
import type { Grade, GradeColumn } from './gradebook-columns';
import { GradeHistory } from './grade-history';
import type { Unsaved } from './use-saver';

interface CellDialogProps {
  readonly student: string;
  readonly column: GradeColumn;
  readonly grade: Grade | undefined;
  readonly unsaved: Unsaved | undefined;
  readonly readOnly: boolean;
  readonly onRecord: (changes: readonly Change[]) => void;
  readonly onForget: () => void;
  readonly onChanged: () => Promise<unknown>;
  readonly onClose: () => void;
}

/** All of one grade: both values of a conflict, else its comment, its history and a way to take it back. */
export function CellDialog(props: CellDialogProps) {
  const { student, column, grade, unsaved, onRecord, onForget, onClose } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const title = `${student} · ${column.subject}${column.assessment ? ` · ${column.assessment}` : ''}`;
  if (unsaved?.state === 'conflict') {
    const { change, theirs } = unsaved;
    return (
      <ConflictDialog<Grade | null, number>
        conflict={{ mine: unsaved.score, theirs: { value: theirs } }}
        fields={[
          {
            name: title,
            mine: (score) => format.number(score),
            theirs: (stored) => (stored ? format.number(stored.score) : t('no grade')),
          },
        ]}
        onKeepMine={() => {
          onRecord([{ ...change, version: theirs?.version ?? 0 }]);
          onClose();
          return Promise.resolve();
        }}
        onTakeTheirs={() => {
          onForget();
          onClose();
        }}
      />
    );
  }
  return (
    <Modal opened onClose={onClose} title={title} size="lg" closeButtonProps={{ 'aria-label': t('Close') }}>
      {grade && <GradeDetails {...props} grade={grade} />}
    </Modal>
  );
}

const read = (id: string) => versioned(api.GET('/api/v1/grades/{id}', { params: { path: { id } } }));

function GradeDetails(props: CellDialogProps & { readonly grade: Grade }) {
  const [taken, setTaken] = useState<Versioned<Grade> | null>(null);
  const { id } = props.grade;
  const found = useQuery({ queryKey: ['school.grade', id], queryFn: () => read(id), staleTime: 0, gcTime: 0 });
  const version = taken ?? found.data;
  if (found.isError) return <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />;
  if (!version) return <RowsSkeleton rows={5} />;
  return <Editor {...props} version={version} onTheirs={setTaken} key={version.etag} />;
}

interface Values {
  readonly score: number;
  readonly comments: string;
  readonly reason: string;
}

interface EditorProps extends CellDialogProps {
  readonly version: Versioned<Grade>;
  readonly onTheirs: (theirs: Versioned<Grade>) => void;
}

function Editor({ version, readOnly, onTheirs, onChanged, onClose }: EditorProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { id } = version.value;
  const path = { id };
  const [score, setScore] = useState<number | string>(version.value.score);
  const [comments, setComments] = useState(version.value.comments);
  const [reason, setReason] = useState('');
  const [removing, setRemoving] = useState(false);
  const edit = useEdit<Grade, Values>(version, {
    read: () => read(id),
    write: ({ reason: why, ...values }, headers) =>
      ok(
        api.PATCH('/api/v1/grades/{id}', {
          params: { path },
          body: { ...values, ...(why.trim() && { reason: why.trim() }) },
          headers,
        }),
      ),
    onTheirs,
    onSaved: () => {
      void onChanged();
      onClose();
    },
  });
  const { submit, busy, error } = useSubmit<Values>(edit.save);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (score !== '') void submit({ score: Number(score), comments, reason });
      }}
    >
      <Stack>
        <NumberInput
          label={t('Score')}
          min={0}
          max={100}
          decimalScale={2}
          value={score}
          onChange={setScore}
          readOnly={readOnly}
          data-autofocus
        />
        <Textarea
          label={t('Comment')}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={2000}
          value={comments}
          readOnly={readOnly}
          onChange={({ currentTarget }) => setComments(currentTarget.value)}
        />
        {!readOnly && (
          <TextInput
            label={t('Why it changes (may be left out)')}
            maxLength={500}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
        )}
        <Text fz="sm" c="dimmed">
          {t('Weight {{weight}}, version {{version}}', {
            weight: format.number(version.value.weight),
            version: version.value.version,
          })}
        </Text>
        <FormStatus error={error} values={{ score, comments, reason }} />
        {!readOnly && (
          <Group justify="space-between">
            <Button variant="subtle" color="red" onClick={() => setRemoving(true)}>
              {t('Take the grade back')}
            </Button>
            <Button type="submit" loading={busy} disabled={score === ''}>
              {t('Store')}
            </Button>
          </Group>
        )}
        <GradeHistory id={id} />
      </Stack>
      <ConflictDialog<Grade, Values>
        conflict={edit.conflict}
        fields={[
          {
            name: t('Score'),
            mine: (values) => format.number(values.score),
            theirs: (stored) => format.number(stored.score),
          },
          { name: t('Comment'), mine: (values) => values.comments, theirs: (stored) => stored.comments },
        ]}
        onKeepMine={edit.keepMine}
        onTakeTheirs={edit.takeTheirs}
      />
      <Confirm
        opened={removing}
        onClose={() => setRemoving(false)}
        title={t('Take this grade back?')}
        action={t('Take the grade back')}
        onConfirm={async () => {
          await ok(
            api.DELETE('/api/v1/grades/{id}', {
              params: { path, query: { ...(reason.trim() && { reason: reason.trim() }) } },
            }),
          );
          say(t('The grade is taken back.'));
          await onChanged();
          onClose();
        }}
      >
        {t('It counts no more; its history stays.')}
      </Confirm>
    </form>
  );
}
