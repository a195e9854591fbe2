import { Button, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from '../text/i18n';
import { Bare } from './bare';

/** For an address at which nothing is. */
export function Missing() {
  const { t } = useTranslation();
  return (
    <Bare title={t('Nothing is here')}>
      <Text mb="md">{t('The address may be misspelt, or what was here is gone.')}</Text>
      <Button component={Link} to="/" variant="default">
        {t('To the first screen')}
      </Button>
    </Bare>
  );
}
