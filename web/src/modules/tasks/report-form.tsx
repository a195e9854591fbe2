import { Button, Checkbox, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, get, ok } from '../../shell/api';
import { FormStatus, useSubmit } from '../../shell/form';
import { Section } from '../../shell/kit';
import { useTranslation } from '../../shell/text';
import type { OnStarted } from './email-form';

type ReportType = 'simple' | 'complex' | 'custom';
interface Days {
  from: string;
  to: string;
}
interface ReportValues {
  report_type: ReportType;
  email: string;
  /** As the API names what is wrong: a table of one's choice has its days among the filters. */
  parameters: Days & { format: string; filters: Days };
}

const NONE: Days = { from: '', to: '' };
const given = (days: Days): Partial<Days> =>
  Object.fromEntries(Object.entries({ from: days.from, to: days.to }).filter(([, day]) => day !== ''));

/** A report that a task makes. */
export function ReportForm({ onStarted }: { onStarted: OnStarted }) {
  const { t } = useTranslation();
  const sources = useQuery(get('/api/v1/tasks/report/sources'));
  const datasets = sources.data?.datasets ?? [];
  const [chosen, setChosen] = useState('');
  const [left, setLeft] = useState<readonly string[]>([]);
  const dataset = datasets.find(({ name }) => name === chosen) ?? datasets.at(0);
  const form = useForm<ReportValues>({
    initialValues: {
      report_type: 'simple',
      email: '',
      parameters: { ...NONE, format: 'xlsx', filters: NONE },
    },
  });
  const isCustom = form.values.report_type === 'custom';
  const days = isCustom ? 'parameters.filters' : 'parameters';
  const { submit, busy, error } = useSubmit(
    async ({ report_type, email, parameters: { format, filters, ...period } }: ReportValues, headers) => {
      const columns = dataset?.columns.map(({ name }) => name).filter((name) => !left.includes(name));
      const parameters = isCustom
        ? { dataset: dataset?.name, columns, filters: given(filters), format }
        : given(period);
      const body = { report_type, parameters, ...(email && { email }) };
      await onStarted(await ok(api.POST('/api/v1/tasks/report', { body, headers })));
    },
    { fields: form },
  );
  return (
    <Section title={t('Ask for a report')}>
      <form onSubmit={form.onSubmit((values) => void submit(values))}>
        <Stack gap="sm">
          <NativeSelect
            label={t('What')}
            data={[
              { value: 'simple', label: t('The figures, as a table (CSV)') },
              { value: 'complex', label: t('The figures with charts (PDF)') },
              { value: 'custom', label: t('A table of my choice') },
            ]}
            {...form.getInputProps('report_type')}
          />
          {isCustom && (
            <>
              <NativeSelect
                label={t('Of')}
                value={dataset?.name ?? ''}
                data={datasets.map(({ name, title }) => ({ value: name, label: t(title) }))}
                onChange={({ currentTarget }) => {
                  setChosen(currentTarget.value);
                  setLeft([]);
                }}
              />
              <Checkbox.Group
                label={t('Columns')}
                value={dataset?.columns.map(({ name }) => name).filter((name) => !left.includes(name)) ?? []}
                onChange={(names) =>
                  setLeft(dataset?.columns.map(({ name }) => name).filter((name) => !names.includes(name)) ?? [])
                }
              >
                <Group gap="sm" mt={4}>
                  {dataset?.columns.map(({ name, title }) => (
                    <Checkbox key={name} value={name} label={t(title)} />
                  ))}
                </Group>
              </Checkbox.Group>
              <NativeSelect
                label={t('Format')}
                data={[
                  { value: 'xlsx', label: t('Spreadsheet (XLSX)') },
                  { value: 'csv', label: 'CSV' },
                  { value: 'pdf', label: 'PDF' },
                ]}
                {...form.getInputProps('parameters.format')}
              />
            </>
          )}
          <Group grow align="flex-start">
            <TextInput type="date" label={t('From')} {...form.getInputProps(`${days}.from`)} />
            <TextInput type="date" label={t('Until')} {...form.getInputProps(`${days}.to`)} />
          </Group>
          <TextInput
            type="email"
            label={t('Mail a link to')}
            description={t('May stay empty. Whoever has the link can download the report for a week.')}
            autoComplete="email"
            {...form.getInputProps('email')}
          />
          <FormStatus error={error} values={form.values} />
          <Group>
            <Button type="submit" loading={busy}>
              {t('Make it')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
