import { Spotlight } from '@mantine/spotlight';
import '@mantine/spotlight/styles.css';
import { useDebouncedValue } from '@mantine/hooks';
import { IconArrowRight, IconFile, IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get, type components } from '../api';
import { kindOf, SCREENS } from '../modules';
import { useGo } from '../session/go';
import { useMayOpen } from '../session/me';
import { problemText, useTranslation } from '../text';

const TYPING_MS = 200;

/** Search over everything, and the way to any screen. It opens as soon as it is here, and again by Ctrl-K or Cmd-K. */
export default function SearchDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const go = useGo();
  const mayOpen = useMayOpen();
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), TYPING_MS);
  const search = useQuery({
    ...get('/api/v1/search', { params: { query: { q: asked, limit: 10 } } }),
    enabled: asked.length > 1,
    placeholderData: keepPreviousData,
    retry: false,
  });
  const wanted = text.trim().toLocaleLowerCase();
  const screens = SCREENS.filter(
    (screen) => screen.group && mayOpen(screen) && t(screen.title).toLocaleLowerCase().includes(wanted),
  );
  const hits = asked.length > 1 ? (search.data?.items ?? []) : [];
  return (
    <Spotlight.Root
      forceOpened
      onSpotlightClose={onClose}
      query={text}
      onQueryChange={setText}
      shortcut={null}
      maxHeight={420}
      scrollable
    >
      <Spotlight.Search placeholder={t('Search, or go to a screen')} leftSection={<IconSearch size={18} />} />
      <Spotlight.ActionsList>
        {hits.length > 0 && (
          <Spotlight.ActionsGroup label={t('Found')}>
            {hits.map((hit) => (
              <Hit key={`${hit.type} ${hit.id}`} hit={hit} onGo={go} />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {screens.length > 0 && (
          <Spotlight.ActionsGroup label={t('Screens')}>
            {screens.map(({ path, title, icon: Icon }) => (
              <Spotlight.Action
                key={path}
                label={t(title)}
                leftSection={Icon ? <Icon size={18} stroke={1.5} /> : <IconArrowRight size={18} />}
                onClick={() => void go(path)}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {search.isError && asked.length > 1 && <Spotlight.Empty>{problemText(search.error)}</Spotlight.Empty>}
        {hits.length + screens.length === 0 && !search.isFetching && !search.isError && (
          <Spotlight.Empty>{t('Nothing is found.')}</Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

interface HitProps {
  readonly hit: components['schemas']['SearchHit'];
  readonly onGo: (path: string) => Promise<void>;
}

function Hit({ hit, onGo }: HitProps) {
  const { t } = useTranslation();
  const kind = kindOf(hit.type);
  return (
    <Spotlight.Action
      leftSection={<IconFile size={18} stroke={1.5} />}
      label={hit.title}
      description={[kind ? t(kind.title) : hit.type, hit.snippet.map(({ text }) => text).join('')].join(' · ')}
      onClick={() => void onGo(kind ? kind.path(hit.id) : hit.url)}
    />
  );
}
