import {
  Alert,
  Button,
  FileInput,
  Group,
  NativeSelect,
  Progress,
  SimpleGrid,
  Stack,
  Stepper,
  Text,
} from '@mantine/core';
import { IconFile } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ok } from '../../shell/api';
import { FormStatus, useSubmit } from '../../shell/form';
import { Page, Section } from '../../shell/kit';
import { readCsv, saveFile, toCsv } from '../../shell/list';
import { msg, useTranslation } from '../../shell/text';

import { COLUMNS, planImport, type Cells, type Column, type FaultCode, type Plan } from './import-plan';
import { FaultList } from './fault-list';
import type { Product } from './products';
import { useImport } from './use-import';

const NAMES: Readonly<Record<Column, string>> = {
  sku: msg('SKU'),
  name: msg('Name'),
  price: msg('Price'),
  currency: msg('Currency'),
  category: msg('Category'),
  stock: msg('Stock'),
  description: msg('Description'),
};

const FAULTS: Readonly<Record<FaultCode, string>> = {
  twice: msg('stands in the file twice'),
  no_price: msg('is not a price'),
  no_whole_number: msg('is not a whole number'),
  no_category: msg('is not a category'),
  missing: msg('is missing'),
};

type Records = ReturnType<typeof readCsv>;

/** For the office: many products from a file, in steps: which column is what, what would change, and then the change. */
export default function ImportProducts() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [records, setRecords] = useState<Records>([]);
  const [columns, setColumns] = useState<Partial<Record<Column, number>>>({});
  const [plan, setPlan] = useState<Plan | null>(null);
  const { progress, run, stop, clear } = useImport();
  const head = records[0]?.cells ?? [];
  const active = progress ? 3 : plan ? 2 : records.length > 0 ? 1 : 0;
  const choose = async (file: File | null): Promise<void> => {
    const found = file ? readCsv(await file.text()) : [];
    const names = found[0]?.cells.map((one) => one.toLowerCase()) ?? [];
    setRecords(found);
    setPlan(null);
    clear();
    setColumns(
      Object.fromEntries(COLUMNS.filter((one) => names.includes(one)).map((one) => [one, names.indexOf(one)])),
    );
  };
  const check = useSubmit<undefined>(async () => {
    const [products, categories] = await Promise.all([allProducts(), allCategories()]);
    const rows = records.slice(1).map(({ line, cells }) => ({ line, cells: cellsOf(cells, columns) }));
    setPlan(planImport(rows, products, categories));
  });
  return (
    <Page
      title={t('Products from a file')}
      above={[{ title: t('Products and stock'), to: '/shop-office/products' }]}
      actions={
        <Button variant="default" onClick={() => saveFile('products.csv', toCsv([[...COLUMNS]]))}>
          {t('An empty file to fill')}
        </Button>
      }
    >
      <Section>
        <Stepper active={active} size="sm" allowNextStepsSelect={false}>
          <Stepper.Step label={t('File')} />
          <Stepper.Step label={t('Columns')} />
          <Stepper.Step label={t('Check')} />
          <Stepper.Step label={t('Take over')} />
        </Stepper>
      </Section>
      <Section
        title={t('File')}
        about={t('CSV, as spreadsheets save it. A row with a known SKU changes that product.')}
      >
        <FileInput
          label={t('File')}
          accept=".csv,text/csv,.tsv,.txt"
          leftSection={<IconFile size={16} />}
          placeholder={t('Choose a file')}
          clearable
          clearButtonProps={{ 'aria-label': t('Clear') }}
          onChange={(file) => void choose(file)}
        />
      </Section>
      {records.length > 0 && (
        <Section title={t('Columns')} about={t('{{n}} rows are in the file.', { n: records.length - 1 })}>
          <Stack>
            <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }}>
              {COLUMNS.map((column) => (
                <NativeSelect
                  key={column}
                  label={t(NAMES[column])}
                  value={String(columns[column] ?? '')}
                  onChange={({ currentTarget: { value } }) => {
                    setColumns({ ...columns, [column]: value === '' ? undefined : Number(value) });
                    setPlan(null);
                  }}
                  data={[
                    { value: '', label: t('(not in the file)') },
                    ...head.map((label, at) => ({ value: String(at), label: label || `${at + 1}` })),
                  ]}
                />
              ))}
            </SimpleGrid>
            <FormStatus error={check.error} onRetry={() => void check.submit(undefined)} />
            <Group>
              <Button loading={check.busy} onClick={() => void check.submit(undefined)} disabled={progress?.running}>
                {t('Check, change nothing')}
              </Button>
            </Group>
          </Stack>
        </Section>
      )}
      {plan && (
        <Section title={t('Check')}>
          <Stack>
            <Text>
              {t('{{made}} are made, {{changed}} changed, {{same}} stay as they are.', {
                made: plan.steps.filter(({ product }) => !product).length,
                changed: plan.steps.filter(({ product }) => product).length,
                same: plan.unchanged,
              })}
            </Text>
            <FaultList
              faults={plan.faults.map(({ line, column, code }) => ({
                line,
                column: column && t(NAMES[column]),
                text: t(FAULTS[code]),
              }))}
            />
            {plan.faults.length > 0 && <Text c="dimmed">{t('Rows with faults are left out.')}</Text>}
            <Group>
              <Button
                disabled={plan.steps.length === 0 || progress !== null}
                onClick={() =>
                  void run(plan.steps).then(() => queries.invalidateQueries({ queryKey: ['/api/v1/products'] }))
                }
              >
                {t('Take {{n}} rows over', { n: plan.steps.length })}
              </Button>
            </Group>
          </Stack>
        </Section>
      )}
      {progress && (
        <Section title={t('Take over')}>
          <Stack>
            <Progress
              value={(100 * progress.done) / Math.max(progress.total, 1)}
              aria-label={t('{{done}} of {{total}} rows', { ...progress })}
            />
            <Group justify="space-between">
              <Text role="status">{t('{{done}} of {{total}} rows', { ...progress })}</Text>
              {progress.running && (
                <Button variant="default" size="compact-sm" onClick={stop}>
                  {t('Stop')}
                </Button>
              )}
            </Group>
            <FaultList faults={progress.refused.map((one) => ({ ...one, column: null }))} />
            {!progress.running && progress.refused.length === 0 && progress.done === progress.total && (
              <Alert color="teal">{t('All of it is in the shop.')}</Alert>
            )}
          </Stack>
        </Section>
      )}
    </Page>
  );
}

const cellsOf = (cells: readonly string[], columns: Partial<Record<Column, number>>): Cells =>
  Object.fromEntries(
    Object.entries(columns).flatMap(([column, at]) => (at === undefined || !cells[at] ? [] : [[column, cells[at]]])),
  );

async function allProducts(): Promise<Product[]> {
  const all: Product[] = [];
  let cursor: string | undefined;
  do {
    const page = await ok(api.GET('/api/v1/products', { params: { query: { limit: 100, cursor, sort: 'name' } } }));
    all.push(...page.items);
    cursor = page.next_cursor ?? undefined;
  } while (cursor);
  return all;
}

async function allCategories(): Promise<{ id: string; name: string }[]> {
  const all: { id: string; name: string }[] = [];
  let cursor: string | undefined;
  do {
    const page = await ok(api.GET('/api/v1/categories', { params: { query: { limit: 100, cursor } } }));
    all.push(...page.items);
    cursor = page.next_cursor ?? undefined;
  } while (cursor);
  return all;
}
