import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useTranslation } from '../text/i18n';

/** A password to type, which can be looked at. */
export function SecretInput(props: PasswordInputProps) {
  const { t } = useTranslation();
  return (
    <PasswordInput
      withAsterisk={false}
      aria-invalid={Boolean(props.error)}
      visibilityToggleButtonProps={{ 'aria-label': t('Show what is typed'), tabIndex: 0 }}
      {...props}
    />
  );
}
