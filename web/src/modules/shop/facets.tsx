import { Accordion, Checkbox, Group, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedCallback, useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { get } from '../../shell/api';
import { Section } from '../../shell/kit';
import type { ListState } from '../../shell/list';
import { useTranslation } from '../../shell/text';
import classes from './shop.module.css';

/** What of the address narrows the shop. */
export const FACETS = ['q', 'category_id', 'in_stock', 'min_price', 'max_price'] as const;
const TYPING_MS = 400;

/** By what the shop can be narrowed; where the window is narrow they are folded away. */
export function Facets({ state }: { state: ListState }) {
  const { t } = useTranslation();
  const isNarrow = useMediaQuery('(max-width: 62em)');
  if (!isNarrow) {
    return (
      <Section>
        <Choices state={state} />
      </Section>
    );
  }
  return (
    <Accordion variant="contained">
      <Accordion.Item value="facets">
        <Accordion.Control>{t('Filters')}</Accordion.Control>
        <Accordion.Panel>
          <Choices state={state} />
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}

function Choices({ state }: { state: ListState }) {
  const { t } = useTranslation();
  const { asked, ask } = state;
  const categories = useQuery(get('/api/v1/categories', { params: { query: { limit: 100 } } }));
  const choose = (id: string | undefined) => () => ask({ category_id: id });
  return (
    <Stack gap="md">
      <div role="group" aria-label={t('Category')}>
        <Text fz="xs" fw={600} c="dimmed" mb={4}>
          {t('Category')}
        </Text>
        <UnstyledButton className={classes.facet} aria-pressed={!asked.category_id} onClick={choose(undefined)}>
          {t('All')}
        </UnstyledButton>
        {(categories.data?.items ?? []).map(({ id, name }) => (
          <UnstyledButton
            key={id}
            className={classes.facet}
            aria-pressed={asked.category_id === id}
            onClick={choose(asked.category_id === id ? undefined : id)}
          >
            {name}
          </UnstyledButton>
        ))}
      </div>
      <Checkbox
        label={t('Only what is in stock')}
        checked={asked.in_stock === 'true'}
        onChange={({ currentTarget }) => ask({ in_stock: currentTarget.checked ? 'true' : undefined })}
      />
      <div role="group" aria-label={t('Price in dollars')}>
        <Text fz="xs" fw={600} c="dimmed" mb={4}>
          {t('Price in dollars')}
        </Text>
        <Group gap="xs" wrap="nowrap">
          <PriceField label={t('From')} name="min_price" state={state} />
          <PriceField label={t('Up to')} name="max_price" state={state} />
        </Group>
      </div>
    </Stack>
  );
}

function PriceField({ label, name, state: { asked, ask } }: { label: string; name: string; state: ListState }) {
  const { t } = useTranslation();
  const now = asked[name] ?? '';
  const [text, setText] = useState(now);
  const [isWrong, setWrong] = useState(false);
  const askLater = useDebouncedCallback((value: string) => ask({ [name]: value || undefined }), TYPING_MS);
  useEffect(() => setText(now), [now]);
  return (
    <TextInput
      aria-label={label}
      placeholder={label}
      inputMode="decimal"
      value={text}
      error={isWrong && t('A number')}
      onChange={({ currentTarget }) => {
        const value = currentTarget.value.trim().replace(',', '.');
        const isPrice = /^(\d{1,12}(\.\d{1,2})?)?$/.test(value);
        setText(currentTarget.value);
        setWrong(!isPrice);
        if (isPrice) askLater(value);
      }}
    />
  );
}
