import { useRef, useState } from 'react';
import { AtriumError, Keys, type Keyed } from '../api';
import { fieldProblems, t } from '../text';

/** What of a form of `@mantine/form` is needed to mark its fields. */
interface Fields {
  readonly values: object;
  setErrors(errors: Record<string, string>): void;
  clearErrors(): void;
  getInputNode?(path: string): HTMLElement | null;
}

export interface Submitting<V> {
  readonly submit: (values: V) => Promise<void>;
  readonly busy: boolean;
  readonly error: unknown;
  readonly clear: () => void;
}

/**
 * Sends a form. A second press meanwhile does nothing; the same content after a lost answer carries the same `Idempotency-Key`, so one
 * thing is made; a 422 marks the fields.
 * @param work given the headers that its one call has to carry
 */
export function useSubmit<V>(
  work: (values: V, keyed: Keyed) => Promise<unknown>,
  { fields, onDone }: { fields?: Fields; onDone?: () => void } = {},
): Submitting<V> {
  const keys = useRef<Keys>(null);
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const submit = async (values: V): Promise<void> => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setError(null);
    fields?.clearErrors();
    keys.current ??= new Keys();
    try {
      await work(values, keys.current.of(values));
      keys.current.answered();
      onDone?.();
    } catch (failure) {
      if (failure instanceof AtriumError && failure.status < 500 && failure.status !== 0) keys.current.answered();
      const problems = fieldProblems(failure);
      fields?.setErrors(Object.fromEntries(Object.entries(problems).filter(([name]) => hasField(fields, name))));
      setError(failure);
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return { submit, busy, error, clear: () => setError(null) };
}

function hasField(fields: Fields, name: string): boolean {
  return name.split('.')[0] in fields.values;
}

/** What to say of a refused form: which of its fields, or what else. @param marked names of the fields that are marked themselves */
export function summaryOf(error: unknown, marked: (name: string) => boolean): string | null {
  const problems = Object.entries(fieldProblems(error));
  if (problems.length === 0) return null;
  const others = problems.filter(([name]) => !marked(name)).map(([name, text]) => `${name}: ${text}`);
  return [t('Please look at the fields again.'), ...others].join(' ');
}
