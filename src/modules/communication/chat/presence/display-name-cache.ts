import { Injectable } from '@nestjs/common';
import { UsersService } from '../../../identity/users';

const KEPT_MS = 10_000;
const REMEMBERED = 20_000;

/** What people are called, remembered for a moment: a message is shown to many, and its sender sends more of them. */
@Injectable()
export class DisplayNameCache {
  private readonly known = new Map<string, { readonly name: string; readonly untilMs: number }>();

  constructor(private readonly users: UsersService) {}

  /** Names by id, of all these people. */
  async namesOf(ids: Iterable<string>): Promise<ReadonlyMap<string, string>> {
    const nowMs = performance.now();
    const wanted = [...new Set(ids)];
    const missing = wanted.filter((id) => (this.known.get(id)?.untilMs ?? 0) <= nowMs);
    if (missing.length > 0) {
      const found = await this.users.namesOf(missing);
      if (this.known.size + missing.length > REMEMBERED) this.known.clear();
      for (const [id, name] of found) this.known.set(id, { name, untilMs: nowMs + KEPT_MS });
    }
    return new Map(wanted.map((id) => [id, this.known.get(id)?.name ?? '']));
  }

  async nameOf(id: string): Promise<string> {
    return (await this.namesOf([id])).get(id) ?? '';
  }

  forget(id: string): void {
    this.known.delete(id);
  }
}
