/** What somebody has done of the first steps, by the paths of their screens. */
export interface Steps {
  readonly isAway: boolean;
  readonly done: readonly string[];
}

const NONE: Steps = { isAway: false, done: [] };
const nameOf = (userId: string): string => `atrium.first-steps.${userId}`;

export function stepsOf(userId: string): Steps {
  try {
    const kept = JSON.parse(localStorage.getItem(nameOf(userId)) ?? 'null') as Partial<Steps> | null;
    return { isAway: kept?.isAway === true, done: Array.isArray(kept?.done) ? kept.done : [] };
  } catch {
    return NONE; // a browser that keeps nothing, or something else has written there
  }
}

export function keepSteps(userId: string, steps: Steps): void {
  try {
    localStorage.setItem(nameOf(userId), JSON.stringify(steps));
  } catch {
    // It is shown again next time.
  }
}
