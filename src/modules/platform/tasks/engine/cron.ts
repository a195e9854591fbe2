import { parseExpression } from 'cron-parser';

/** The last instant, ms since 1970, that a cron expression names, up to and with now. @throws Error when it is none */
export function lastTick(cron: string, nowMs: number): number {
  return parseExpression(cron, { utc: true, currentDate: new Date(nowMs + 1) })
    .prev()
    .getTime();
}
