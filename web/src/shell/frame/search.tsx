import { useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from '../text/i18n';
import classes from './frame.module.css';

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** Opens the search over everything, also by Ctrl-K or Cmd-K; its dialog is loaded by then. */
export function SearchButton({ onOpen }: { onOpen: () => void }) {
  const { t } = useTranslation();
  useHotkeys([['mod+K', onOpen]], []);
  return (
    <button type="button" className={classes.search} onClick={onOpen}>
      <IconSearch size={16} aria-hidden />
      <span>{t('Search')}</span>
      <kbd aria-hidden>{isMac ? '⌘ K' : 'Ctrl K'}</kbd>
    </button>
  );
}
