import { Button, Group, NativeSelect } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from '../text/i18n';
import type { ListState } from './use-list-state';

const LIMITS = ['20', '50', '100'];

interface ListFootProps {
  readonly state: ListState;
  readonly nextCursor: string | null;
  readonly limit: string;
  readonly isBusy: boolean;
}

/** Below a list: the pages beside this one. */
export function ListFoot({ state, nextCursor, limit, isBusy }: ListFootProps) {
  const { t } = useTranslation();
  return (
    <Group justify="space-between" className="no-print">
      <NativeSelect
        aria-label={t('Rows on a page')}
        value={limit}
        data={LIMITS.map((value) => ({ value, label: t('{{n}} rows', { n: value }) }))}
        onChange={({ currentTarget }) => state.ask({ limit: currentTarget.value })}
      />
      <Group gap="xs">
        <Button
          variant="default"
          leftSection={<IconChevronLeft size={16} />}
          disabled={state.isFirst}
          onClick={state.previous}
        >
          {t('Previous')}
        </Button>
        <Button
          variant="default"
          rightSection={<IconChevronRight size={16} />}
          disabled={nextCursor === null || isBusy}
          onClick={() => nextCursor && state.next(nextCursor)}
        >
          {t('Next')}
        </Button>
      </Group>
    </Group>
  );
}
