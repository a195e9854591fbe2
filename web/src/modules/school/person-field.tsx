import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get } from '../../shell/api';
import { useTranslation } from '../../shell/text';

const TYPING_MS = 250;

interface PersonFieldProps {
  readonly label: string;
  readonly role: 'student' | 'teacher';
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
  readonly error?: unknown;
}

/** An active account of a role, for who may see the accounts. */
export function PersonField({ label, role, value, onChange, error }: PersonFieldProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.split(' · ')[0].trim(), TYPING_MS);
  const people = useQuery({
    ...get('/api/v1/users', { params: { query: { role, is_active: true, limit: 20, ...(q && { q }) } } }),
    placeholderData: keepPreviousData,
  });
  return (
    <Select
      label={label}
      searchable
      data={(people.data?.items ?? []).map((one) => ({ value: one.id, label: `${one.full_name} · ${one.email}` }))}
      filter={({ options }) => options}
      searchValue={text}
      onSearchChange={setText}
      nothingFoundMessage={t('Nothing is found.')}
      value={value}
      onChange={onChange}
      error={typeof error === 'string' ? error : undefined}
    />
  );
}
