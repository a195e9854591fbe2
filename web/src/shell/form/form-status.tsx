import { ProblemAlert } from '../kit/problem';
import { summaryOf } from './use-submit';

interface FormStatusProps {
  readonly error: unknown;
  /** The values of the form: what is wrong with another field is said here. */
  readonly values?: object;
  readonly onRetry?: () => void;
}

/** Under a form: what went wrong with it as a whole. */
export function FormStatus({ error, values = {}, onRetry }: FormStatusProps) {
  if (error === null) return null;
  const text = summaryOf(error, (name) => name.split('.')[0] in values);
  return <ProblemAlert error={error} text={text ?? undefined} onRetry={onRetry} />;
}
