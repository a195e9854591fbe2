import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from '../text/i18n';
import classes from './kit.module.css';
import { Section } from './page';
import { ProblemAlert } from './problem';
import { RowsSkeleton } from './skeletons';

interface HomeListProps {
  readonly title: string;
  /** The screen that shows all of them. */
  readonly to: string;
  readonly found: { isPending: boolean; isError: boolean; error: unknown; refetch: () => Promise<unknown> };
  readonly rows: readonly HomeRow[];
  /** In the place of the rows, when there are none. */
  readonly empty: string;
}

export interface HomeRow {
  readonly key: string;
  readonly to: string;
  readonly hash?: string;
  readonly text: string;
  readonly aside: ReactNode;
}

/** A card of the first screen: the few that wait for who is here, and the way to all of them. */
export function HomeList({ title, to, found, rows, empty }: HomeListProps) {
  const { t } = useTranslation();
  return (
    <Section
      title={title}
      actions={
        <Anchor component={Link} to={to} aria-label={`${t('Show all')}: ${title}`}>
          {t('Show all')}
        </Anchor>
      }
    >
      {found.isPending && <RowsSkeleton rows={3} />}
      {found.isError && <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />}
      {!found.isPending && !found.isError && rows.length === 0 && <Text c="dimmed">{empty}</Text>}
      {rows.length > 0 && (
        <ul className={classes.homeRows} aria-label={title}>
          {rows.map(({ key, to: path, hash, text, aside }) => (
            <li key={key}>
              <Link to={path} hash={hash} className="breaks">
                {text}
              </Link>
              <span className={classes.aside}>{aside}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
