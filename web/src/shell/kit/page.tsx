import { Anchor, Breadcrumbs, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import classes from './kit.module.css';

interface PageProps {
  readonly title: string;
  readonly about?: ReactNode;
  /** Screens above this one: their titles and paths. */
  readonly above?: readonly { title: string; to: string }[];
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A screen: its name, what can be done with the whole of it, its content. */
export function Page({ title, about, above = [], actions, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Atrium`;
  }, [title]);
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="flex-end" gap="sm">
        <div className={classes.heading}>
          {above.length > 0 && (
            <Breadcrumbs mb={4} separatorMargin={6} fz="sm">
              {above.map((one) => (
                <Anchor key={one.to} component={Link} to={one.to} fz="sm" underline="hover">
                  {one.title}
                </Anchor>
              ))}
            </Breadcrumbs>
          )}
          <Title order={1} className="breaks">
            {title}
          </Title>
          {about && (
            <Text c="dimmed" mt={2} component="div">
              {about}
            </Text>
          )}
        </div>
        {actions && (
          <Group gap="xs" className="no-print">
            {actions}
          </Group>
        )}
      </Group>
      {children}
    </Stack>
  );
}

interface SectionProps {
  readonly title?: string;
  readonly id?: string;
  readonly about?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a screen on a card of its own. */
export function Section({ title, id, about, actions, children }: SectionProps) {
  return (
    <Paper component="section" withBorder p="md" className={classes.card} aria-label={title} id={id}>
      {(title || actions) && (
        <Group justify="space-between" mb={about ? 2 : 'sm'} gap="xs">
          {title && <Title order={2}>{title}</Title>}
          {actions}
        </Group>
      )}
      {about && (
        <Text c="dimmed" mb="sm" component="div">
          {about}
        </Text>
      )}
      {children}
    </Paper>
  );
}
