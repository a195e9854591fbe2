import { Button, Group, Table, Text } from '@mantine/core';
import { Section } from '../../shell/kit';
import { saveFile, toCsv } from '../../shell/list';
import { fieldText, useTranslation } from '../../shell/text';

export interface ImportFault {
  readonly line: number;
  readonly column: string | null;
  readonly code: string;
  readonly message: string;
}

interface ImportFaultsProps {
  readonly total: number;
  readonly faults: readonly ImportFault[];
  /** In English, of a column of ours. */
  readonly titleOf: (column: string) => string | undefined;
  /** What stands there in the file. */
  readonly cellOf: (line: number, column: string | null) => string | undefined;
}

/** What is wrong with a file, by the lines of the file. */
export function ImportFaults({ total, faults, titleOf, cellOf }: ImportFaultsProps) {
  const { t } = useTranslation();
  const nameOf = (column: string | null): string => (column === null ? '–' : t(titleOf(column) ?? column));
  return (
    <Section
      title={t('What is wrong')}
      about={t('Nothing was taken over. Mend these in the file ({{n}}), and choose it once more.', { n: total })}
      actions={
        <Button
          variant="default"
          size="compact-sm"
          onClick={() =>
            saveFile(
              'faults.csv',
              toCsv(faults.map((one) => [String(one.line), nameOf(one.column), fieldText(one.message)])),
            )
          }
        >
          {t('As CSV')}
        </Button>
      }
    >
      <Table.ScrollContainer minWidth={300} mah={420}>
        <Table verticalSpacing={5} aria-label={t('What is wrong')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th ta="right">{t('Line')}</Table.Th>
              <Table.Th>{t('Column')}</Table.Th>
              <Table.Th>{t('In the file')}</Table.Th>
              <Table.Th>{t('What is wrong')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {faults.map((one, at) => (
              <Table.Tr key={at}>
                <Table.Td ta="right" className="num">
                  {one.line}
                </Table.Td>
                <Table.Td>{nameOf(one.column)}</Table.Td>
                <Table.Td className="breaks">{cellOf(one.line, one.column) ?? ''}</Table.Td>
                <Table.Td className="breaks">{fieldText(one.message)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {total > faults.length && (
        <Group>
          <Text c="dimmed">{t('and {{n}} more', { n: total - faults.length })}</Text>
        </Group>
      )}
    </Section>
  );
}
