import { SimpleGrid, Skeleton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { Page, Section } from '../../shell/kit';
import { HOME_CARDS, SCREENS } from '../../shell/modules';
import { useMayOpen, useMe } from '../../shell/session/me';
import { useTranslation } from '../../shell/text';
import { FirstSteps } from './first-steps';
import classes from './home.module.css';

const cards = HOME_CARDS.map(({ component, ...card }, place) => ({ ...card, place, Card: lazy(component) }));

/** What waits for who is here; each card is its module's. */
export default function Home() {
  const { t } = useTranslation();
  const me = useMe();
  const mayOpen = useMayOpen();
  return (
    <Page title={t('Good day, {{name}}', { name: me.full_name })}>
      <FirstSteps />
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
        {cards.filter(mayOpen).map(({ place, Card }) => (
          <Suspense key={place} fallback={<Skeleton height={160} radius="md" />}>
            <Card />
          </Suspense>
        ))}
      </SimpleGrid>
      <Places />
    </Page>
  );
}

/** The screens that the caller may open, for who does not know the way yet. */
function Places() {
  const { t } = useTranslation();
  const mayOpen = useMayOpen();
  const screens = SCREENS.filter((screen) => screen.group && screen.path !== '/' && mayOpen(screen));
  return (
    <Section title={t('Your places')}>
      <div className={classes.places}>
        {screens.map(({ path, title, icon: Icon }) => (
          <Link key={path} to={path} className={classes.place}>
            {Icon && <Icon size={20} stroke={1.5} />}
            {t(title)}
          </Link>
        ))}
      </div>
    </Section>
  );
}
