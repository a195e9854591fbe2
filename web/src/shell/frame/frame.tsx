import { Burger, Group, ScrollArea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Outlet, useLocation } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { useMaybeMe } from '../session/me';
import { useTranslation } from '../text/i18n';
import { Brand } from './brand';
import { HeadParts } from './head-parts';
import { Navigation } from './navigation';
import { Account, Search } from './on-demand';
import classes from './frame.module.css';

const Welcome = lazy(() => import('./welcome'));

/** The frame of all screens of who is signed in: navigation, search, account. */
export function Frame() {
  const { t } = useTranslation();
  const me = useMaybeMe();
  const [opened, { toggle, close }] = useDisclosure();
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    close();
    // A new screen begins at its top, also for who reads with the ears.
    if (!isFirst.current) main.current?.focus({ preventScroll: true });
    isFirst.current = false;
    window.scrollTo(0, 0);
  }, [pathname, close]);
  if (!me) {
    return (
      <Suspense fallback={null}>
        <Welcome />
      </Suspense>
    );
  }
  return (
    <div className={classes.frame}>
      <header className={classes.header}>
        <a href="#main" className="skip" onClick={(event) => (event.preventDefault(), main.current?.focus())}>
          {t('To the content')}
        </a>
        <Burger
          opened={opened}
          onClick={toggle}
          hiddenFrom="md"
          size="sm"
          aria-label={opened ? t('Close the navigation') : t('Open the navigation')}
          aria-expanded={opened}
        />
        <Brand />
        <Group ml="auto" gap="xs" wrap="nowrap" flex="1 1 auto" justify="flex-end">
          <Search />
          <HeadParts />
          <Account />
        </Group>
      </header>
      <nav className={classes.navbar} data-opened={opened || undefined} aria-label={t('Navigation')}>
        <ScrollArea flex={1} px="xs" pb="md" type="auto">
          <Navigation />
        </ScrollArea>
      </nav>
      <main ref={main} id="main" tabIndex={-1} className={classes.content}>
        <div className={classes.main}>
          <Outlet />
        </div>
      </main>
    </div>
  );
}
