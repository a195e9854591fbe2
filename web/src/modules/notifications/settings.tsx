import { Stack } from '@mantine/core';
import { Page, ProblemAlert, RowsSkeleton, Section } from '../../shell/kit';
import { useTranslation } from '../../shell/text';
import { Devices } from './devices';
import { Matrix } from './matrix';
import { DigestForm, QuietHoursForm } from './times-form';
import { usePreferences } from './use-preferences';
import classes from './notifications.module.css';

/** What I am told, by which ways, and when. */
export default function NotificationSettings() {
  const { t } = useTranslation();
  const { preferences, error, isPending, refetch, change } = usePreferences();
  return (
    <Page
      title={t('What I am told, and how')}
      above={[{ title: t('Notifications'), to: '/notifications' }]}
      about={t('Each notification says by “Why?” which of these has decided.')}
    >
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {isPending && <RowsSkeleton rows={10} />}
      {preferences && (
        <Stack>
          <div className={classes.pair}>
            <QuietHoursForm key={JSON.stringify(preferences.quiet_hours)} preferences={preferences} onChange={change} />
            <DigestForm key={JSON.stringify(preferences.digest)} preferences={preferences} onChange={change} />
          </div>
          <Devices />
          <Section
            title={t('By category')}
            about={t('The strongest counts: a box of its own, then its row, then its column, then what is usual.')}
          >
            <Matrix preferences={preferences} onChange={change} />
          </Section>
        </Stack>
      )}
    </Page>
  );
}
