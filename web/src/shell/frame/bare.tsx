import { Title } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { Brand } from './brand';
import classes from './frame.module.css';

/** A screen without the frame, such as signing in. */
export function Bare({ title, wide = false, children }: { title: string; wide?: boolean; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · Atrium`;
  }, [title]);
  return (
    <div className={classes.bare}>
      <header>
        <Brand />
      </header>
      <main className={wide ? `${classes.card} ${classes.wide}` : classes.card} style={{ marginTop: '1.25rem' }}>
        <Title order={1} mb="md">
          {title}
        </Title>
        {children}
      </main>
    </div>
  );
}
