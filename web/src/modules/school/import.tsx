import { Alert, Anchor, Button, FileInput, Group, NativeSelect, SimpleGrid, Stack, Stepper, Text } from '@mantine/core';
import { IconCheck, IconFile } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { addressOf, api, AtriumError, ok, type components } from '../../shell/api';
import { FormStatus, useSubmit } from '../../shell/form';
import { Page, Section } from '../../shell/kit';
import { readCsv, saveFile, type CsvRecord } from '../../shell/list';
import { useTranslation } from '../../shell/text';
import { ImportFaults, type ImportFault } from './import-faults';
import { IMPORT_COLUMNS, KIND_NAMES, KINDS, type Kind } from './import-columns';
import { guessColumns, remapped, textOf } from './mapped-csv';

type Done = components['schemas']['SchoolImport'];

/** Takes the files of an office over, in steps: which column is what, what is wrong by line, and then all of it or nothing. */
export default function ImportSchool() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [kind, setKind] = useState<Kind>('students');
  const [records, setRecords] = useState<readonly CsvRecord[]>([]);
  const [names, setNames] = useState<readonly string[]>([]);
  const [checked, setChecked] = useState<Done | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const ours = IMPORT_COLUMNS[kind];
  const theirs = records[0]?.cells ?? [];
  const missing = ours.filter(({ name, needed }) => needed && !names.includes(name));
  const send = (dryRun: boolean, headers: object): Promise<Done> =>
    ok(
      api.POST('/api/v1/school/import', {
        params: { query: { kind, dry_run: dryRun } },
        body: remapped(records, names),
        bodySerializer: (body: unknown) => body as string,
        headers: { 'Content-Type': 'text/csv', ...headers },
      }),
    );
  const check = useSubmit<string>(async () => setChecked(await send(true, {})));
  const take = useSubmit<string>(async (_, headers) => {
    setDone(await send(false, headers));
    await queries.invalidateQueries();
  });
  const map = (next: readonly string[]): void => {
    setNames(next);
    setChecked(null);
    setDone(null);
    check.clear();
    take.clear();
  };
  const guess = (found: readonly CsvRecord[], of: Kind): void =>
    map(
      guessColumns(
        found[0]?.cells ?? [],
        IMPORT_COLUMNS[of].map(({ name, title }) => ({ name, words: [title, t(title)] })),
      ),
    );
  const choose = async (file: File | null): Promise<void> => {
    const found = file ? readCsv(textOf(await file.arrayBuffer())) : [];
    setRecords(found);
    guess(found, kind);
  };
  const error = take.error ?? check.error;
  const refused = error instanceof AtriumError && error.code === 'import_refused' ? error.problem : undefined;
  const active = done ? 4 : checked ? 3 : records.length === 0 ? 0 : missing.length > 0 ? 1 : 2;
  const content = JSON.stringify([kind, names, records]);
  return (
    <Page
      title={t('Import and export')}
      about={
        <>
          {t('Take out what is there, as CSV:')}{' '}
          {KINDS.map((one, at) => (
            <span key={one}>
              {at > 0 && ', '}
              <Anchor href={addressOf(`/api/v1/school/export?kind=${one}`)} download={`${one}.csv`}>
                {t(KIND_NAMES[one])}
              </Anchor>
            </span>
          ))}
        </>
      }
    >
      <Section>
        <Stepper active={active} size="sm" allowNextStepsSelect={false}>
          <Stepper.Step label={t('File')} />
          <Stepper.Step label={t('Columns')} />
          <Stepper.Step label={t('Dry run')} />
          <Stepper.Step label={t('Take over')} />
        </Stepper>
      </Section>
      <Section title={t('File')}>
        <Stack>
          <NativeSelect
            label={t('What is in the file')}
            value={kind}
            onChange={({ currentTarget }) => {
              const next = currentTarget.value as Kind;
              setKind(next);
              guess(records, next);
            }}
            data={KINDS.map((value) => ({ value, label: t(KIND_NAMES[value]) }))}
          />
          <Group align="flex-end">
            <FileInput
              flex="1 1 14rem"
              label={t('CSV file')}
              accept=".csv,text/csv,.tsv,.txt"
              leftSection={<IconFile size={16} />}
              placeholder={t('Choose a file')}
              clearable
              clearButtonProps={{ 'aria-label': t('Clear') }}
              onChange={(file) => void choose(file)}
            />
            <Button
              variant="default"
              onClick={() => saveFile(`${kind}.csv`, `${ours.map(({ name }) => name).join(',')}\r\n`)}
            >
              {t('An empty file to fill')}
            </Button>
          </Group>
        </Stack>
      </Section>
      {records.length > 0 && (
        <Section title={t('Columns')} about={t('{{n}} rows are in the file.', { n: records.length - 1 })}>
          <Stack>
            <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }}>
              {theirs.map((their, at) => (
                <NativeSelect
                  key={at}
                  label={their || t('Column {{n}}', { n: at + 1 })}
                  description={records[1]?.cells[at] || '–'}
                  classNames={{ description: 'cut' }}
                  value={names[at] ?? ''}
                  onChange={({ currentTarget: { value } }) =>
                    map(names.map((name, n) => (n === at ? value : name === value ? '' : name)))
                  }
                  data={[
                    { value: '', label: t('(leave out)') },
                    ...ours.map(({ name, title }) => ({ value: name, label: t(title) })),
                  ]}
                />
              ))}
            </SimpleGrid>
            {missing.length > 0 && (
              <Alert color="yellow">
                {t('Still needed: {{list}}.', { list: missing.map(({ title }) => t(title)).join(', ') })}
              </Alert>
            )}
            <Group>
              <Button
                variant={checked ? 'default' : 'filled'}
                loading={check.busy}
                disabled={missing.length > 0 || done !== null}
                onClick={() => void check.submit(content)}
              >
                {t('Dry run: change nothing')}
              </Button>
            </Group>
          </Stack>
        </Section>
      )}
      {error !== null && !refused && <FormStatus error={error} onRetry={() => void check.submit(content)} />}
      {refused && (
        <ImportFaults
          total={Number(refused.total)}
          faults={refused.errors as readonly ImportFault[]}
          titleOf={(name) => ours.find((one) => one.name === name)?.title}
          cellOf={(line, name) => records.find((one) => one.line === line)?.cells[names.indexOf(name ?? '')]}
        />
      )}
      {checked && !done && !refused && (
        <Section title={t('Dry run')}>
          <Stack>
            <Text role="status">
              {t('Nothing is wrong: of {{rows}} rows, {{created}} would be made and {{updated}} changed.', {
                ...{ rows: checked.rows, created: checked.created, updated: checked.updated },
              })}
            </Text>
            <Group>
              <Button loading={take.busy} onClick={() => void take.submit(content)}>
                {t('Take all of it over')}
              </Button>
            </Group>
          </Stack>
        </Section>
      )}
      {done && (
        <Alert color="teal" icon={<IconCheck size={18} />} role="status">
          {t('It is done: of {{rows}} rows, {{created}} are made and {{updated}} changed.', {
            ...{ rows: done.rows, created: done.created, updated: done.updated },
          })}
        </Alert>
      )}
    </Page>
  );
}
