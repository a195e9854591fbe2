import { Injectable } from '@nestjs/common';

/** The time as the code sees it; tests replace it. Leases and expiries in the database use the database's own. */
@Injectable()
export class Clock {
  /** Milliseconds since 1970, UTC. */
  nowMs(): number {
    return Date.now();
  }

  now(): Date {
    return new Date(this.nowMs());
  }
}
