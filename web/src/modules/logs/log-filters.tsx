import { Button, Checkbox, Group, NativeSelect, TextInput } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import type { components } from '../../shell/api';
import { useTranslation } from '../../shell/text';
import classes from './logs.module.css';

type Pod = components['schemas']['Pod'];

interface LogFiltersProps {
  readonly pods: readonly Pod[];
  readonly pod: Pod;
  readonly asked: Readonly<Record<string, string>>;
  readonly onAsk: (change: Readonly<Record<string, string | undefined>>) => void;
  /** What is wrong with the search. */
  readonly issue?: string;
  readonly children: ReactNode;
}

/** What of which log is shown. */
export function LogFilters({ pods, pod, asked, onAsk, issue, children }: LogFiltersProps) {
  const { t } = useTranslation();
  const [words, setWords] = useState(asked.q ?? '');
  useEffect(() => setWords(asked.q ?? ''), [asked.q]);
  /** What has been typed counts with whatever is chosen. */
  const ask: LogFiltersProps['onAsk'] = (change) => onAsk({ q: words.trim() || undefined, ...change });
  const levels = [
    ['', t('all')],
    ['debug', t('debug and up')],
    ['info', t('info and up')],
    ['warn', t('warn and up')],
    ['error', t('error and up')],
  ];
  const times = [
    ['', t('any time')],
    ['5m', t('5 minutes')],
    ['1h', t('1 hour')],
    ['1d', t('1 day')],
    ['7d', t('7 days')],
  ];
  const choice = ([value, label]: string[]): { value: string; label: string } => ({ value, label });
  return (
    <form
      className={classes.filters}
      onSubmit={(event) => {
        event.preventDefault();
        ask({});
      }}
    >
      <NativeSelect
        label={t('Pod')}
        className={classes.wide}
        value={pod.name}
        data={pods.map(({ name }) => name)}
        onChange={({ currentTarget }) => ask({ pod: currentTarget.value, container: undefined })}
      />
      <NativeSelect
        label={t('Container')}
        value={asked.container ?? ''}
        data={[{ value: '', label: t('all') }, ...pod.containers.map((name) => ({ value: name, label: name }))]}
        onChange={({ currentTarget }) => ask({ pod: pod.name, container: currentTarget.value || undefined })}
      />
      <NativeSelect
        label={t('Level')}
        value={asked.level ?? ''}
        data={levels.map(choice)}
        onChange={({ currentTarget }) => ask({ level: currentTarget.value || undefined })}
      />
      <NativeSelect
        label={t('Since')}
        value={asked.since ?? ''}
        data={times.map(choice)}
        onChange={({ currentTarget }) => ask({ since: currentTarget.value || undefined })}
      />
      <TextInput
        label={t('Search')}
        className={classes.wide}
        type="search"
        maxLength={200}
        autoComplete="off"
        value={words}
        error={issue}
        onChange={({ currentTarget }) => setWords(currentTarget.value)}
      />
      <Group gap="md" className={classes.checks}>
        <Checkbox
          label={t('Regular expression')}
          checked={asked.regex === 'true'}
          onChange={({ currentTarget }) => ask({ regex: currentTarget.checked ? 'true' : undefined })}
        />
        <Checkbox
          label={t('Before the last restart')}
          checked={asked.previous === 'true'}
          onChange={({ currentTarget }) => ask({ previous: currentTarget.checked ? 'true' : undefined })}
        />
      </Group>
      <Group gap="xs" className={classes.checks}>
        <Button type="submit">{t('Search')}</Button>
        {children}
      </Group>
    </form>
  );
}
