import { Badge, Button, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconCalendarEvent, IconLock, IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, get, ok } from '../../shell/api';
import { FormStatus, useSubmit } from '../../shell/form';
import { Confirm, Dialog, Empty, Page, say } from '../../shell/kit';
import { DataList } from '../../shell/list';
import { useFormat, useTranslation } from '../../shell/text';
import type { Term } from './use-terms';

const path = '/api/v1/school/terms';

/** The terms of the school; a closed one's grades and enrolments stay as they are. */
export default function Terms() {
  const { t } = useTranslation();
  const format = useFormat();
  const queries = useQueryClient();
  const [making, setMaking] = useState(false);
  const [turning, setTurning] = useState<Term | null>(null);
  const changed = (): Promise<void> => queries.invalidateQueries({ queryKey: [path] });
  return (
    <Page
      title={t('Terms')}
      actions={
        <Button leftSection={<IconPlus size={16} />} onClick={() => setMaking(true)}>
          {t('New term')}
        </Button>
      }
    >
      <DataList
        title={t('Terms')}
        query={({ limit, cursor }) => get(path, { params: { query: { limit, cursor } } })}
        rowKey={({ id }) => id}
        columns={[
          { key: 'name', title: t('Name'), text: ({ name }) => name },
          { key: 'year', title: t('School year'), text: (row) => row.school_year ?? '–' },
          {
            key: 'from',
            title: t('From'),
            text: (row) => row.starts_on,
            render: (row) => format.day(row.starts_on),
          },
          { key: 'to', title: t('Until'), text: (row) => row.ends_on, render: (row) => format.day(row.ends_on) },
          {
            key: 'state',
            title: t('State'),
            text: (row) => (row.closed_at ? t('closed') : t('open')),
            render: (row) => (
              <Badge
                color={row.closed_at ? 'gray' : 'teal'}
                variant={row.closed_at ? 'light' : 'dot'}
                tt="none"
                leftSection={row.closed_at ? <IconLock size={12} /> : undefined}
              >
                {row.closed_at ? t('closed') : t('open')}
              </Badge>
            ),
          },
        ]}
        actions={(row) => (
          <Button size="compact-sm" variant="default" onClick={() => setTurning(row)}>
            {row.closed_at ? t('Open again') : t('Close the term')}
          </Button>
        )}
        empty={
          <Empty icon={IconCalendarEvent} title={t('There is no term yet')}>
            {t('Grades belong to a term: make the one of today first.')}
          </Empty>
        }
      />
      {making && <NewTerm onClose={() => setMaking(false)} onDone={changed} />}
      <Confirm
        opened={turning !== null}
        onClose={() => setTurning(null)}
        danger={!turning?.closed_at}
        title={
          turning?.closed_at
            ? t('Open {{name}} again?', { name: turning.name })
            : t('Close {{name}}?', { name: turning?.name })
        }
        action={turning?.closed_at ? t('Open again') : t('Close the term')}
        onConfirm={async () => {
          if (!turning) return;
          const params = { path: { id: turning.id } };
          if (turning.closed_at) await ok(api.POST('/api/v1/school/terms/{id}/reopen', { params }));
          else await ok(api.POST('/api/v1/school/terms/{id}/close', { params }));
          say(t('{{name}} is stored.', { name: turning.name }));
          await changed();
        }}
      >
        {turning?.closed_at
          ? t('Its grades and enrolments can be changed again.')
          : t('Its grades and enrolments stay as they are from then on.')}
      </Confirm>
    </Page>
  );
}

interface NewTermProps {
  readonly onClose: () => void;
  readonly onDone: () => Promise<void>;
}

function NewTerm({ onClose, onDone }: NewTermProps) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { name: '', school_year: '', starts_on: '', ends_on: '' } });
  const { submit, busy, error } = useSubmit<typeof form.values>(
    async ({ school_year: year, ...rest }, headers) => {
      await ok(api.POST(path, { body: { ...rest, school_year: year || null }, headers }));
      say(t('{{name}} is stored.', { name: rest.name }));
      await onDone();
      onClose();
    },
    { fields: form },
  );
  return (
    <Dialog opened onClose={onClose} title={t('New term')}>
      <form onSubmit={form.onSubmit((values) => void submit(values))}>
        <Stack>
          <TextInput label={t('Name')} required maxLength={100} data-autofocus {...form.getInputProps('name')} />
          <TextInput
            label={t('School year')}
            placeholder="2026/27"
            maxLength={20}
            {...form.getInputProps('school_year')}
          />
          <Group grow>
            <TextInput type="date" label={t('First day')} required {...form.getInputProps('starts_on')} />
            <TextInput type="date" label={t('Last day')} required {...form.getInputProps('ends_on')} />
          </Group>
          <FormStatus error={error} values={form.values} />
          <Button type="submit" loading={busy}>
            {t('Make the term')}
          </Button>
        </Stack>
      </form>
    </Dialog>
  );
}
