import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get } from '../api';
import { useMay } from '../session/me';
import { useTranslation } from '../text/i18n';

const TYPING_MS = 250;

export interface Principal {
  readonly type: 'user' | 'group';
  readonly id: string;
}

interface PrincipalFieldProps {
  readonly label: string;
  readonly value: Principal | null;
  readonly onChange: (value: Principal | null) => void;
  /** People alone, or groups alone; both unless said. */
  readonly only?: 'user' | 'group';
}

/** A group by its name, and for who may see the accounts also a person. */
export function PrincipalField({ label, value, onChange, only }: PrincipalFieldProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim(), TYPING_MS);
  const seesAccounts = useMay()('manage_users');
  const asked = { params: { query: { ...(q && { q }), limit: 20 } } };
  const groups = useQuery({
    ...get('/api/v1/groups', asked),
    enabled: only !== 'user',
    placeholderData: keepPreviousData,
  });
  const users = useQuery({
    ...get('/api/v1/users', asked),
    enabled: seesAccounts && only !== 'group',
    placeholderData: keepPreviousData,
  });
  const people = (users.data?.items ?? []).map(({ id, full_name, email }) => ({
    value: `user ${id}`,
    label: `${full_name} · ${email}`,
  }));
  const sets = (groups.data?.items ?? []).map(({ id, name }) => ({ value: `group ${id}`, label: name }));
  const choices = [
    { group: t('Groups'), items: only === 'user' ? [] : sets },
    { group: t('People'), items: only === 'group' ? [] : people },
  ].filter(({ items }) => items.length > 0);
  return (
    <Select
      label={label}
      flex="1 1 12rem"
      searchable
      clearable
      data={choices}
      filter={({ options }) => options}
      searchValue={text}
      onSearchChange={setText}
      nothingFoundMessage={t('Nothing is found.')}
      value={value && `${value.type} ${value.id}`}
      onChange={(chosen) => onChange(chosen === null ? null : principalOf(chosen))}
      clearButtonProps={{ 'aria-label': t('Clear') }}
      comboboxProps={{ withinPortal: true }}
    />
  );
}

function principalOf(chosen: string): Principal {
  const at = chosen.indexOf(' ');
  return { type: chosen.slice(0, at) as Principal['type'], id: chosen.slice(at + 1) };
}
