export const PRIORITIES = ['low', 'normal', 'high', 'critical'] as const;

/** How urgent a notice is: `critical` passes quiet hours. */
export type Priority = (typeof PRIORITIES)[number];
