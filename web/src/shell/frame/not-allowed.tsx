import { Button, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Page } from '../kit/page';
import { useTranslation } from '../text/i18n';

/** For a screen that the caller may not open. */
export function NotAllowed() {
  const { t } = useTranslation();
  return (
    <Page title={t('This is not for your account')}>
      <Text>{t('Ask an administrator if you need it.')}</Text>
      <div>
        <Button component={Link} to="/" variant="default">
          {t('To the first screen')}
        </Button>
      </div>
    </Page>
  );
}
