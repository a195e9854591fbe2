import { Injectable } from '@nestjs/common';
import { Keys, seal, unseal } from '../../../core/kernel/runtime';

/** Seals what tasks are given: it lies in the database for weeks, and may be somebody's letter. */
@Injectable()
export class TaskInputs {
  private readonly key: Buffer;

  constructor(keys: Keys) {
    this.key = keys.derive('task input');
  }

  /** @param input JSON-safe */
  seal(input: unknown): Buffer {
    return seal(this.key, JSON.stringify(input));
  }

  /** @throws Error when SECRET_KEY is another one by now */
  open(sealed: Buffer): unknown {
    return JSON.parse(unseal(this.key, sealed));
  }
}
