import { Button, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconBell } from '@tabler/icons-react';
import { t } from '../../shell/text';
import type { Notice } from './inbox';
import { addressOfNotice } from './use-open';

const STANDS_MS = 8000;

/** Shows what has come; several at once are one. It is told to screen readers by the bell, once and politely. */
export function showNotices(notices: readonly Notice[], words: string, onOpen: (notice: Notice) => void): void {
  const [first, ...others] = notices;
  const opens = others.length === 0 && addressOfNotice(first) !== null;
  const id = crypto.randomUUID();
  notifications.show({
    id,
    role: 'group',
    'aria-live': 'polite',
    'aria-label': words,
    icon: <IconBell size={18} />,
    closeButtonProps: { 'aria-label': t('Close') },
    autoClose: STANDS_MS,
    title: <bdi className="breaks">{words}</bdi>,
    message: others.length === 0 && (
      <>
        <Text fz="sm" c="dimmed" lineClamp={3} className="breaks">
          {first.body}
        </Text>
        {opens && (
          <Button
            variant="subtle"
            size="compact-sm"
            mt={4}
            ml={-8}
            onClick={() => {
              notifications.hide(id);
              onOpen(first);
            }}
          >
            {t('Open')}
          </Button>
        )}
      </>
    ),
  });
}
