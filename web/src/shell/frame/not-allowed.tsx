import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Empty } from '../kit/empty';
import { useTranslation } from '../text/i18n';

/** For a screen that the caller may not open. */
export function NotAllowed() {
  const { t } = useTranslation();
  return (
    <Empty icon={IconLock} title={t('This is not for your account')}>
      <p>{t('Ask an administrator if you need it.')}</p>
      <Button component={Link} to="/" variant="default">
        {t('To the first screen')}
      </Button>
    </Empty>
  );
}
