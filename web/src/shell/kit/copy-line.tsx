import { ActionIcon, Code, CopyButton, Group, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from '../text/i18n';

/** A text to take along, such as a secret that is shown once. */
export function CopyLine({ value, label }: { value: string; label: string }) {
  const { t } = useTranslation();
  return (
    <Group wrap="nowrap" gap="xs">
      <Code block className="breaks" flex={1} aria-label={label} style={{ whiteSpace: 'pre-wrap' }}>
        {value}
      </Code>
      <CopyButton value={value}>
        {({ copied, copy }) => (
          <Tooltip label={copied ? t('Copied') : t('Copy')}>
            <ActionIcon variant="default" size="lg" onClick={copy} aria-label={t('Copy')}>
              {copied ? <IconCheck size={18} /> : <IconCopy size={18} />}
            </ActionIcon>
          </Tooltip>
        )}
      </CopyButton>
    </Group>
  );
}
