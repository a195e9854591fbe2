import { Button, Modal, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { api, ok, type components, type Versioned } from '../../shell/api';
import { ConflictDialog, FormStatus, useEdit, useSubmit } from '../../shell/form';
import { say } from '../../shell/kit';
import { useMay } from '../../shell/session/me';
import { useTranslation } from '../../shell/text';
import { PersonField } from './person-field';

export type Classroom = components['schemas']['Classroom'];
type Input = components['schemas']['CreateClassroomInput'];

interface Values {
  readonly name: string;
  readonly grade_level: number | string;
  readonly teacher_id: string | null;
  readonly capacity: number | string;
}

interface ClassroomFormProps {
  /** None: a new one is made. */
  readonly version?: Versioned<Classroom>;
  readonly read?: () => Promise<Versioned<Classroom>>;
  readonly onClose: () => void;
  readonly onDone: () => Promise<unknown>;
}

const NEW: Versioned<Classroom> = { value: {} as Classroom, etag: '' };

/** Makes or changes a classroom. */
export function ClassroomForm({ version, read, onClose, onDone }: ClassroomFormProps) {
  const { t } = useTranslation();
  const seesAccounts = useMay()('manage_users');
  const known = version?.value;
  const form = useForm<Values>({
    initialValues: {
      name: known?.name ?? '',
      grade_level: known?.grade_level ?? '',
      teacher_id: known?.teacher_id ?? null,
      capacity: known?.capacity ?? '',
    },
  });
  const bodyOf = ({ name, grade_level: level, teacher_id: teacher, capacity }: Values): Input => ({
    name,
    grade_level: Number(level),
    teacher_id: teacher ?? '',
    capacity: capacity === '' ? null : Number(capacity),
  });
  const done = (name: string): void => {
    say(t('Classroom {{name}} is stored.', { name }));
    void onDone();
    onClose();
  };
  const edit = useEdit<Classroom, Values>(version ?? NEW, {
    read: read ?? (() => Promise.resolve(NEW)),
    write: (values, headers) =>
      ok(
        api.PATCH('/api/v1/classrooms/{id}', {
          params: { path: { id: known?.id ?? '' } },
          body: bodyOf(values),
          headers,
        }),
      ),
    onTheirs: ({ value }) => form.setValues({ ...value, capacity: value.capacity ?? '' }),
    onSaved: () => done(form.values.name),
  });
  const { submit, busy, error } = useSubmit<Values>(
    async (values, keyed) => {
      if (version) return edit.save(values, keyed);
      await ok(api.POST('/api/v1/classrooms', { body: bodyOf(values), headers: keyed }));
      done(values.name);
    },
    { fields: form },
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={known ? t('Change the classroom') : t('New classroom')}
      closeButtonProps={{ 'aria-label': t('Close') }}
    >
      <form onSubmit={form.onSubmit((values) => void submit(values))}>
        <Stack>
          <TextInput label={t('Name')} required maxLength={120} data-autofocus {...form.getInputProps('name')} />
          <NumberInput
            label={t('Year')}
            required
            min={1}
            max={13}
            allowDecimal={false}
            {...form.getInputProps('grade_level')}
          />
          {seesAccounts ? (
            <PersonField
              label={t('Teacher')}
              role="teacher"
              value={form.values.teacher_id}
              onChange={(id) => form.setFieldValue('teacher_id', id)}
              error={form.errors.teacher_id}
            />
          ) : (
            !known && <Text c="dimmed">{t('Only who sees the accounts can choose a teacher.')}</Text>
          )}
          <NumberInput
            label={t('Places')}
            description={t('Left out: any number')}
            min={1}
            max={1000}
            allowDecimal={false}
            {...form.getInputProps('capacity')}
          />
          <FormStatus error={error} values={form.values} />
          <Button type="submit" loading={busy} disabled={form.values.teacher_id === null}>
            {t('Store')}
          </Button>
        </Stack>
      </form>
      <ConflictDialog<Classroom, Values>
        conflict={edit.conflict}
        fields={[
          { name: t('Name'), mine: ({ name }) => name, theirs: ({ name }) => name },
          { name: t('Year'), mine: (values) => values.grade_level, theirs: (value) => value.grade_level },
          { name: t('Places'), mine: ({ capacity }) => capacity, theirs: ({ capacity }) => capacity },
        ]}
        onKeepMine={edit.keepMine}
        onTakeTheirs={edit.takeTheirs}
      />
    </Modal>
  );
}
