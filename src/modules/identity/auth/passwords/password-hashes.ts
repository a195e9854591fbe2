import { availableParallelism } from 'node:os';
import { Injectable } from '@nestjs/common';
import { Algorithm, hash, verify } from '@node-rs/argon2';
import { assertNoConnectionHeld } from '../../../../core/data/database';
import { cleanPassword } from '../../../../core/kernel/text';

/** OWASP's floor for Argon2id; `needsRehash` compares against it. */
const COST = { algorithm: 2 as Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes passwords off the event loop, a few at a time so that they leave a core to everybody else. */
@Injectable()
export class PasswordHashes {
  private readonly slots = Math.max(1, availableParallelism() - 1);
  private running = 0;
  private readonly queue: (() => void)[] = [];

  hash(password: string): Promise<string> {
    return this.inTurn(() => hash(cleanPassword(password), COST));
  }

  /** Whether this password was hashed, in the very form given. */
  verify(hashed: string, password: string): Promise<boolean> {
    return this.inTurn(() => verify(hashed, password));
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    assertNoConnectionHeld('Argon2');
    if (this.running >= this.slots) await new Promise<void>((resolve) => this.queue.push(resolve));
    else this.running += 1;
    try {
      return await work();
    } finally {
      const next = this.queue.shift();
      if (next)
        next(); // hands its place on
      else this.running -= 1;
    }
  }
}

export function needsRehash(phc: string): boolean {
  const match = /^\$argon2id\$v=\d+\$m=(\d+),t=(\d+),p=\d+\$/.exec(phc);
  return !match || Number(match[1]) < COST.memoryCost || Number(match[2]) < COST.timeCost;
}
