import { Stack, Text } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Screen } from '../define-module';
import classes from './kit.module.css';

interface EmptyProps {
  readonly icon?: Screen['icon'];
  readonly title: string;
  /** What to do first. */
  readonly children?: ReactNode;
}

/** In the place of a list that has nothing: says so, and what to do first. */
export function Empty({ icon: Icon = IconInbox, title, children }: EmptyProps) {
  return (
    <Stack className={classes.empty} align="center" gap="xs">
      <span className={classes.emptyIcon}>
        <Icon size={26} stroke={1.5} />
      </span>
      <Text fw={600}>{title}</Text>
      {children && (
        <Text c="dimmed" maw={420} component="div">
          {children}
        </Text>
      )}
    </Stack>
  );
}
