import { ActionIcon, Button, Checkbox, Group, NativeSelect, Popover, Stack, TextInput, Tooltip } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconColumns, IconDownload, IconFilterOff, IconSearch } from '@tabler/icons-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from '../text/i18n';
import type { Column, Filter } from './columns';
import { saveFile, toCsv } from './csv';
import type { ListState } from './use-list-state';

const TYPING_MS = 300;

interface ListToolsProps<T> {
  readonly title: string;
  readonly filters: readonly Filter[];
  readonly columns: readonly Column<T>[];
  readonly shown: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly state: ListState;
  readonly children?: ReactNode;
}

/** Above a list: its filters, the choice of its columns, what is shown as a file. */
export function ListTools<T>({ title, filters, columns, shown, rows, state, children }: ListToolsProps<T>) {
  const { t } = useTranslation();
  const isFiltered = filters.some(({ key }) => state.asked[key]);
  const save = (): void => {
    const lines = rows.map((row) => shown.map(({ text }) => text(row)));
    saveFile(`${title}.csv`, toCsv([shown.map((one) => one.title), ...lines]));
  };
  const choose = (keys: readonly string[]): void => {
    const usual = columns.filter(({ hidden }) => !hidden).map(({ key }) => key);
    state.ask({ cursor: state.asked.cursor, cols: keys.join() === usual.join() ? undefined : keys.join() });
  };
  return (
    <Group gap="xs" align="flex-end" className="no-print">
      {filters.map((filter) => (
        <FilterField key={filter.key} filter={filter} state={state} />
      ))}
      {isFiltered && (
        <Button
          variant="subtle"
          leftSection={<IconFilterOff size={16} />}
          onClick={() => state.ask(Object.fromEntries(filters.map(({ key }) => [key, undefined])))}
        >
          {t('Clear filters')}
        </Button>
      )}
      <Group ml="auto" gap="xs">
        {children}
        <Popover position="bottom-end" withinPortal trapFocus>
          <Popover.Target>
            <Tooltip label={t('Columns')}>
              <ActionIcon variant="default" size={34} aria-label={t('Columns')}>
                <IconColumns size={18} stroke={1.6} />
              </ActionIcon>
            </Tooltip>
          </Popover.Target>
          <Popover.Dropdown>
            <Checkbox.Group
              value={shown.map(({ key }) => key)}
              onChange={(keys) => keys.length > 0 && choose(ordered(columns, keys))}
            >
              <Stack gap="xs">
                {columns.map(({ key, title: name }) => (
                  <Checkbox key={key} value={key} label={name} />
                ))}
              </Stack>
            </Checkbox.Group>
          </Popover.Dropdown>
        </Popover>
        <Tooltip label={t('What is shown, as CSV')}>
          <ActionIcon
            variant="default"
            size={34}
            onClick={save}
            disabled={rows.length === 0}
            aria-label={t('What is shown, as CSV')}
          >
            <IconDownload size={18} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </Group>
    </Group>
  );
}

const ordered = (columns: readonly { key: string }[], keys: readonly string[]): string[] =>
  columns.map(({ key }) => key).filter((key) => keys.includes(key));

function FilterField({ filter: { key, label, choices }, state }: { filter: Filter; state: ListState }) {
  const { t } = useTranslation();
  const now = state.asked[key] ?? '';
  const [text, setText] = useState(now);
  const askLater = useDebouncedCallback((value: string) => state.ask({ [key]: value || undefined }), TYPING_MS);
  useEffect(() => setText(now), [now]);
  if (choices) {
    return (
      <NativeSelect
        aria-label={label}
        value={now}
        onChange={({ currentTarget }) => state.ask({ [key]: currentTarget.value || undefined })}
        data={[{ value: '', label: t('{{label}}: all', { label }) }, ...choices]}
      />
    );
  }
  return (
    <TextInput
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={16} />}
      type="search"
      value={text}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value);
        askLater(currentTarget.value.trim());
      }}
    />
  );
}
