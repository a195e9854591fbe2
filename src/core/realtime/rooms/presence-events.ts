import type { Database } from '../../data/database';
import type { PresenceEvent } from './presence-kind';
import type { PresenceStatements } from './presence-statements';

/** Ids of what was told are remembered for at least as long as it can be read or heard again. */
const REMEMBERED_MS = 90_000;
/** No transaction has this number yet. */
const NONE = '9223372036854775807';

/** Events of joining and leaving, each told once here, whether it comes over the bus or is found in Postgres. */
export class PresenceEvents {
  private since = NONE;
  private told = new Set<string>();
  private toldBefore = new Set<string>();
  private turnedAtMs = performance.now();

  constructor(
    private readonly db: Database,
    private readonly statements: PresenceStatements,
  ) {}

  /** Whether it is to be told here: true once for each. */
  isNew(id: string): boolean {
    const nowMs = performance.now();
    if (nowMs - this.turnedAtMs > REMEMBERED_MS) {
      [this.toldBefore, this.told] = [this.told, new Set()];
      this.turnedAtMs = nowMs;
    }
    if (this.told.has(id) || this.toldBefore.has(id)) return false;
    this.told.add(id);
    return true;
  }

  /** What was stored since it was asked last, of all rooms; of the first time, and after `pause`, nothing. */
  async read(): Promise<PresenceEvent[]> {
    const rows = await this.db.query<PresenceEvent & { since: string; id: string | null }>(
      this.statements.eventsSince,
      [this.since],
    );
    this.since = rows[0].since;
    return rows.filter(({ id }) => id !== null);
  }

  /** What comes from now on until the next `read` is nobody's affair here. */
  pause(): void {
    this.since = NONE;
  }
}
