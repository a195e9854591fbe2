import { Button, Text } from '@mantine/core';
import { IconCircle, IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Section } from '../../shell/kit';
import { SCREENS } from '../../shell/modules';
import { useMayOpen, useMe } from '../../shell/session/me';
import { useTranslation } from '../../shell/text';
import classes from './home.module.css';
import { keepSteps, stepsOf, type Steps } from './kept-steps';

/** For who is new: what can be done first on the screens that they may open, until it is put away. Kept in this browser. */
export function FirstSteps() {
  const { t } = useTranslation();
  const mayOpen = useMayOpen();
  const { id } = useMe();
  const [steps, setSteps] = useState<Steps>(() => stepsOf(id));
  const keep = (next: Steps): void => {
    setSteps(next);
    keepSteps(id, next);
  };
  if (steps.isAway) return null;
  const screens = SCREENS.flatMap((screen) =>
    screen.firstStep && mayOpen(screen) ? [{ path: screen.path, text: screen.firstStep }] : [],
  );
  return (
    <Section
      title={t('First steps')}
      about={t('Ctrl-K, or Cmd-K, finds everything and leads to any screen.')}
      actions={
        <Button variant="subtle" size="compact-sm" onClick={() => keep({ ...steps, isAway: true })}>
          {t('Put away')}
        </Button>
      }
    >
      <ol className={classes.steps} aria-label={t('First steps')}>
        {screens.map(({ path, text }) => {
          const isDone = steps.done.includes(path);
          const Icon = isDone ? IconCircleCheck : IconCircle;
          return (
            <li key={path}>
              <Icon size={18} stroke={1.6} aria-hidden />
              <Link to={path} onClick={() => isDone || keep({ ...steps, done: [...steps.done, path] })}>
                {t(text)}
              </Link>
              {isDone && (
                <Text span fz="sm" c="dimmed">
                  {t('looked at')}
                </Text>
              )}
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
