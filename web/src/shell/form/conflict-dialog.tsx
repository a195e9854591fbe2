import { Button, Group, Modal, Stack, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from '../text/i18n';
import { useSubmit } from './use-submit';
import { FormStatus } from './form-status';

interface ConflictDialogProps<T, V> {
  readonly conflict: { readonly mine: V; readonly theirs: { readonly value: T } } | null;
  /** Each field by its name, as it is in mine and in theirs. */
  readonly fields: readonly {
    readonly name: string;
    readonly mine: (values: V) => ReactNode;
    readonly theirs: (value: T) => ReactNode;
  }[];
  readonly onKeepMine: () => Promise<void>;
  readonly onTakeTheirs: () => void;
}

/** Shows both versions where somebody else has stored another one meanwhile. */
export function ConflictDialog<T, V>({ conflict, fields, onKeepMine, onTakeTheirs }: ConflictDialogProps<T, V>) {
  const { t } = useTranslation();
  const { submit, busy, error } = useSubmit<undefined>(onKeepMine);
  return (
    <Modal
      opened={conflict !== null}
      onClose={onTakeTheirs}
      title={t('Somebody else has changed this meanwhile')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('Close') }}
    >
      {conflict && (
        <Stack>
          <Table layout="fixed">
            <Table.Thead>
              <Table.Tr>
                <Table.Th />
                <Table.Th>{t('Yours')}</Table.Th>
                <Table.Th>{t('Stored now')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {fields.map(({ name, mine, theirs }) => (
                <Table.Tr key={name}>
                  <Table.Th scope="row">{name}</Table.Th>
                  <Table.Td className="breaks">{mine(conflict.mine)}</Table.Td>
                  <Table.Td className="breaks">{theirs(conflict.theirs.value)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          <Text c="dimmed">{t('Nothing is stored until you choose.')}</Text>
          <FormStatus error={error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onTakeTheirs}>
              {t('Take what is stored')}
            </Button>
            <Button loading={busy} onClick={() => void submit(undefined)}>
              {t('Store mine')}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
