import { Button, Modal, Select, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, get, ok } from '../../shell/api';
import { FormStatus, useSubmit } from '../../shell/form';
import { say } from '../../shell/kit';
import { useTranslation } from '../../shell/text';
import type { Enrollment } from './enrollments';
import { PersonField } from './person-field';

interface DialogProps {
  readonly onClose: () => void;
  readonly onDone: () => Promise<unknown>;
}

/** Takes a student into a classroom. */
export function TakeIn({ classroom, onClose, onDone }: DialogProps & { classroom: string }) {
  const { t } = useTranslation();
  const [student, setStudent] = useState<string | null>(null);
  const { submit, busy, error } = useSubmit<{ student_id: string }>(async (body, headers) => {
    const path = { id: classroom };
    const made = await ok(api.POST('/api/v1/classrooms/{id}/enrollments', { params: { path }, body, headers }));
    say(t('{{name}} is in the classroom.', { name: made.student_name }));
    await onDone();
    onClose();
  });
  return (
    <Modal opened onClose={onClose} title={t('Take a student in')} closeButtonProps={{ 'aria-label': t('Close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (student) void submit({ student_id: student });
        }}
      >
        <Stack>
          <PersonField label={t('Student')} role="student" value={student} onChange={setStudent} />
          <FormStatus error={error} />
          <Button type="submit" loading={busy} disabled={!student}>
            {t('Take in')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}

/** Moves a student into another classroom. */
export function Move({ enrollment, onClose, onDone }: DialogProps & { enrollment: Enrollment }) {
  const { t } = useTranslation();
  const { classroom_id: from, student_id: student, student_name: name } = enrollment;
  const [to, setTo] = useState<string | null>(null);
  const classrooms = useQuery(get('/api/v1/classrooms', { params: { query: { limit: 100 } } }));
  const { submit, busy, error } = useSubmit<{ classroom_id: string }>(async (body, headers) => {
    const path = { id: from, student_id: student };
    await ok(
      api.POST('/api/v1/classrooms/{id}/enrollments/{student_id}/transfer', { params: { path }, body, headers }),
    );
    say(t('{{name}} is moved.', { name }));
    await onDone();
    onClose();
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('Move {{name}}', { name })}
      closeButtonProps={{ 'aria-label': t('Close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (to) void submit({ classroom_id: to });
        }}
      >
        <Stack>
          <Select
            label={t('To classroom')}
            searchable
            value={to}
            onChange={setTo}
            data={(classrooms.data?.items ?? [])
              .filter(({ id }) => id !== from)
              .map(({ id, name: label }) => ({ value: id, label }))}
          />
          <FormStatus error={error} />
          <Button type="submit" loading={busy} disabled={!to}>
            {t('Move')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
