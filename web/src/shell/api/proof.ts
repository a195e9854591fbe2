import type { AtriumError } from '@atrium/client/atrium-error';

/** What a person has to show before a call can go on: who they are, the code of their second factor, or either once more. */
export type Proof = 'session' | 'code' | 'fresh';

export interface AskedProof {
  readonly proof: Proof;
  /** What a fresh proof is made with. */
  readonly factor: 'password' | 'code';
  readonly settle: (given: boolean) => void;
}

let pending: { asked: AskedProof; given: Promise<boolean> } | null = null;
let isSignedIn = false;
const listeners = new Set<() => void>();

/** Called when it is known whether somebody is signed in: only who was is asked in place. */
export function signedIn(is: boolean): void {
  isSignedIn = is;
}

export const proofs = {
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  current: (): AskedProof | null => pending?.asked ?? null,
};

/** Asks for what the refusal says is lacking; calls that come meanwhile wait for the same answer. False where nothing can be asked. */
export function proveAgain(error: AtriumError): Promise<boolean> {
  const proof = proofFor(error);
  if (proof === null) return Promise.resolve(false);
  return (pending ??= ask(proof, error)).given;
}

function proofFor({ code }: AtriumError): Proof | null {
  if (code === 'fresh_factor_required') return 'fresh';
  if (!isSignedIn) return null;
  if (code === 'unauthenticated' || code === 'csrf_token_invalid') return 'session';
  return code === 'mfa_required' ? 'code' : null;
}

function ask(proof: Proof, { problem }: AtriumError): NonNullable<typeof pending> {
  let settle: (given: boolean) => void = () => undefined;
  const given = new Promise<boolean>((resolve) => (settle = resolve)).finally(() => {
    pending = null;
    tell();
  });
  const factor = problem?.factor === 'code' ? 'code' : 'password';
  queueMicrotask(tell);
  return { asked: { proof, factor, settle }, given };
}

function tell(): void {
  for (const listener of listeners) listener();
}
