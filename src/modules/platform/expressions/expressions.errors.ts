import { defineError } from '../../../core/kernel/errors';
import type { FeelLimit } from './feel-limits';

/** `position` counts UTF-16 units of the source from 0; it is null where the whole is meant. */
export const ExpressionInvalid = defineError<{ reason: string; position: { from: number; to: number } | null }>(
  'expression_invalid',
  422,
  ({ reason }) => `The expression cannot be evaluated: ${reason}.`,
);

const WORDS: Readonly<Record<FeelLimit, string>> = {
  source: 'is longer than 4 kB',
  list: 'has or makes a list of more than 10,000 items',
  text: 'makes a text of more than a million characters',
  depth: 'is nested too deep',
  result: 'has a result of more than 256 kB',
  time: 'takes more than 100 ms',
  memory: 'takes more than 64 MiB',
};

export const ExpressionLimit = defineError<{ limit: FeelLimit }>(
  'expression_limit',
  422,
  ({ limit }) => `The expression ${WORDS[limit]}.`,
);
