import { Button } from '@mantine/core';
import { IconMapOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Empty } from '../kit/empty';
import { useTranslation } from '../text/i18n';

/** For an address at which nothing is. */
export function Missing() {
  const { t } = useTranslation();
  return (
    <Empty icon={IconMapOff} title={t('Nothing is here')}>
      <p>{t('The address may be misspelt, or what was here is gone.')}</p>
      <Button component={Link} to="/" variant="default">
        {t('To the first screen')}
      </Button>
    </Empty>
  );
}
