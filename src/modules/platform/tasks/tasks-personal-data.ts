import { Injectable } from '@nestjs/common';
import { Database } from '../../../core/data/database';
import type { PersonalDataKeeper } from '../../../core/data/personal-data';
import { TaskInputs } from './task-inputs';

/** A running one too: its worker finds its number gone. */
const ERASE = 'DELETE FROM tasks WHERE user_id = $1';
const EXPORT = `SELECT id, type, status, created_at, finished_at, input, result FROM tasks
  WHERE user_id = $1 ORDER BY id DESC`;

/** Tasks that somebody has started, with what they were given. */
@Injectable()
export class TasksPersonalData implements PersonalDataKeeper {
  constructor(
    private readonly db: Database,
    private readonly inputs: TaskInputs,
  ) {}

  async erase(userId: string): Promise<void> {
    await this.db.execute(ERASE, [userId]);
  }

  async export(userId: string): Promise<Record<string, unknown>> {
    const rows = await this.db.query<{ input: Buffer }>(EXPORT, [userId]);
    return { tasks: rows.map(({ input, ...row }) => ({ ...row, input: this.readable(input) })) };
  }

  /** null when it was sealed by a SECRET_KEY that is no more. */
  private readable(input: Buffer): unknown {
    try {
      return this.inputs.open(input);
    } catch {
      return null;
    }
  }
}
