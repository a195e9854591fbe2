import { SimpleGrid, Skeleton } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { Page } from '../../shell/kit';
import { HOME_CARDS } from '../../shell/modules';
import { useMay, useMe } from '../../shell/session/me';
import { useTranslation } from '../../shell/text';

const cards = HOME_CARDS.map(({ permission, component }) => ({ permission, Card: lazy(component) }));

/** What waits for who is here; each card is its module's. */
export default function Home() {
  const { t } = useTranslation();
  const me = useMe();
  const maySee = useMay();
  return (
    <Page title={t('Good day, {{name}}', { name: me.full_name })}>
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
        {cards
          .filter(({ permission }) => maySee(permission))
          .map(({ Card }, at) => (
            <Suspense key={at} fallback={<Skeleton height={160} radius="md" />}>
              <Card />
            </Suspense>
          ))}
      </SimpleGrid>
    </Page>
  );
}
