import { useRef, useState } from 'react';
import { api, AtriumError, ok, type components } from '../../shell/api';
import { problemText } from '../../shell/text';
import type { Step } from './import-plan';

type Input = components['schemas']['CreateProductInput'];

export interface Progress {
  readonly done: number;
  readonly total: number;
  /** What was refused, by line. */
  readonly refused: readonly { readonly line: number; readonly text: string }[];
  readonly running: boolean;
}

const MAX_WAIT_S = 60;

/** Carries a plan out row by row, each once; waits where the server asks to. It stops between two rows. */
export function useImport() {
  const [progress, setProgress] = useState<Progress | null>(null);
  const stopped = useRef(false);
  const run = async (steps: readonly Step[]): Promise<void> => {
    stopped.current = false;
    const refused: { line: number; text: string }[] = [];
    const tell = (done: number, running: boolean): void =>
      setProgress({ done, total: steps.length, refused: [...refused], running });
    tell(0, true);
    let done = 0;
    for (const step of steps) {
      if (stopped.current) break;
      try {
        await patiently((key) => carryOut(step, key));
      } catch (error) {
        refused.push({ line: step.line, text: problemText(error) });
      }
      tell(++done, true);
    }
    tell(done, false);
  };
  return { progress, run, stop: () => (stopped.current = true), clear: () => setProgress(null) };
}

async function carryOut({ product, values, stock }: Step, key: string): Promise<void> {
  const headers = { 'Idempotency-Key': key };
  if (!product) {
    const body = { ...values, ...(stock !== undefined && { stock }) } as Input;
    await ok(api.POST('/api/v1/products', { body, headers }));
    return;
  }
  const params = { path: { id: product.id } };
  if (Object.keys(values).length > 0) {
    await ok(api.PATCH('/api/v1/products/{id}', { params, body: values as Partial<Input>, headers }));
  }
  if (stock !== undefined) {
    await ok(
      api.PUT('/api/v1/products/{id}/stock', {
        params,
        body: { stock },
        headers: { 'Idempotency-Key': `${key}-stock` },
      }),
    );
  }
}

/** Once more with the same key as long as the server asks to wait. */
async function patiently(work: (key: string) => Promise<void>): Promise<void> {
  const key = crypto.randomUUID();
  for (;;) {
    try {
      return await work(key);
    } catch (error) {
      const waitS = error instanceof AtriumError && error.status === 429 ? (error.retryAfterS ?? 1) : null;
      if (waitS === null || waitS > MAX_WAIT_S) throw error;
      await new Promise((resolve) => setTimeout(resolve, waitS * 1000));
    }
  }
}
