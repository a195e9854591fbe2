import { Table } from '@mantine/core';
import { useTranslation } from '../../shell/text';

interface FaultListProps {
  readonly faults: readonly { readonly line: number; readonly column: string | null; readonly text: string }[];
}

/** What is wrong with a file, line by line. */
export function FaultList({ faults }: FaultListProps) {
  const { t } = useTranslation();
  if (faults.length === 0) return null;
  return (
    <Table.ScrollContainer minWidth={280} mah={360}>
      <Table verticalSpacing={5} aria-label={t('What is wrong with the file')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th ta="right">{t('Line')}</Table.Th>
            <Table.Th>{t('Column')}</Table.Th>
            <Table.Th>{t('What is wrong')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {faults.map(({ line, column, text }, at) => (
            <Table.Tr key={at}>
              <Table.Td ta="right" className="num">
                {line}
              </Table.Td>
              <Table.Td>{column ?? '–'}</Table.Td>
              <Table.Td className="breaks">{text}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
