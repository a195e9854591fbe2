import { Table, Title } from '@mantine/core';
import { useFormat, useTranslation } from '../../shell/text';
import type { components } from '../../shell/api';

type Line = components['schemas']['TranscriptLine'];

/** What a transcript says, term by term. @param withClass also how the class did */
export function TranscriptLines({ lines, withClass = false }: { lines: readonly Line[]; withClass?: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const mean = (value: number | null): string =>
    value === null ? '–' : format.number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const terms = [...new Set(lines.map(({ term }) => term))];
  return terms.map((term) => (
    <section key={term} aria-label={term}>
      <Title order={2} size="h3" mt="md" mb={4} className="breaks">
        {term}
      </Title>
      <Table.ScrollContainer minWidth={300}>
        <Table verticalSpacing={5} aria-label={term}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('School subject')}</Table.Th>
              <Table.Th>{t('Classroom')}</Table.Th>
              <Table.Th ta="right">{t('Grades')}</Table.Th>
              <Table.Th ta="right">{t('Mean')}</Table.Th>
              {withClass && <Table.Th ta="right">{t('Class')}</Table.Th>}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines
              .filter((line) => line.term === term)
              .map((line) => (
                <Table.Tr key={`${line.classroom_id} ${line.subject}`}>
                  <Table.Td className="breaks">{line.subject}</Table.Td>
                  <Table.Td className="breaks">{line.classroom}</Table.Td>
                  <Table.Td ta="right" className="num">
                    {format.number(line.count)}
                  </Table.Td>
                  <Table.Td ta="right" className="num">
                    {mean(line.mean)}
                  </Table.Td>
                  {withClass && (
                    <Table.Td ta="right" className="num">
                      {line.class_mean === null ? '–' : format.number(line.class_mean)}
                    </Table.Td>
                  )}
                </Table.Tr>
              ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </section>
  ));
}
