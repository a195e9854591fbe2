import { IconCloudOff } from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import { connection } from '../api';
import { useTranslation } from '../text/i18n';
import classes from './frame.module.css';

/** Stands while the server cannot be reached, and goes by itself. It is told politely; the role of a status is left to screens. */
export function AwayBanner() {
  const { t } = useTranslation();
  const isAway = useSyncExternalStore(connection.subscribe, connection.isAway);
  return (
    <div aria-live="polite" className={isAway ? classes.away : undefined}>
      {isAway && (
        <>
          <IconCloudOff size={16} aria-hidden /> {t('The server cannot be reached. What you have typed stays here.')}
        </>
      )}
    </div>
  );
}
