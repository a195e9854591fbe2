import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from '../text/i18n';

export interface DialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly size?: 'lg';
  readonly children: ReactNode;
}

/** A dialog over a screen; `Dialog` of the kit loads it when it is first opened. */
export function DialogBox({ opened, onClose, title, size, children }: DialogProps) {
  const { t } = useTranslation();
  return (
    <Modal opened={opened} onClose={onClose} title={title} size={size} closeButtonProps={{ 'aria-label': t('Close') }}>
      {children}
    </Modal>
  );
}
