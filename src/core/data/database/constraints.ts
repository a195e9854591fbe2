import type { AnyErrorType, ErrorType } from '../../kernel/errors';

/** The name of the constraint an error of the database speaks of; null for any other error. */
export function violatedConstraint(error: unknown): string | null {
  const cause = (error as { driverError?: unknown } | null)?.driverError ?? error;
  const { code, constraint } = (cause ?? {}) as { code?: string; constraint?: string };
  return code?.startsWith('23') && constraint ? constraint : null; // class 23: integrity constraint violation
}

/** For `.catch()`: the violation of this constraint becomes this error, anything else is thrown on. */
export function onConstraint(name: string, type: ErrorType): (error: unknown) => never {
  return onConstraints({ [name]: type });
}

/** The same for several constraints at once. */
export function onConstraints(types: Record<string, ErrorType>): (error: unknown) => never {
  return (error) => {
    const type = types[violatedConstraint(error) ?? ''] as (ErrorType & AnyErrorType) | undefined;
    throw type ? new type() : error;
  };
}
