import { Avatar, UnstyledButton, VisuallyHidden } from '@mantine/core';
import type { ComponentPropsWithRef } from 'react';
import { useMe } from '../session/me';
import { useTranslation } from '../text/i18n';

/** Opens the menu of the account. */
export function AccountButton({ onOpen, ...others }: { onOpen: () => void } & ComponentPropsWithRef<'button'>) {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <UnstyledButton aria-haspopup="menu" {...others} onClick={onOpen}>
      <Avatar radius="xl" size={32} name={me.full_name} aria-hidden />
      <VisuallyHidden>{t('Account of {{name}}', { name: me.full_name })}</VisuallyHidden>
    </UnstyledButton>
  );
}
