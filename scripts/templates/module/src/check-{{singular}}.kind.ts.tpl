import { Injectable } from '@nestjs/common';
import { Database, statement } from '../../../core/data/database';
import type { RunningTask, TaskKind } from '../../platform/tasks';

export const CHECK_{{SINGULAR}} = 'check_{{singularSnake}}';

interface Check{{Singular}}Input {
  readonly {{singularCamel}}Id: string;
}

const TITLE = statement('{{plural}}.title', 'SELECT title FROM {{table}} WHERE id = $1');
const CHECKED = statement('{{plural}}.checked', 'UPDATE {{table}} SET checked_at = now(), updated_at = now() WHERE id = $1');

/** Background work on {{aSingularWords}}: the work may happen more than once, its effect in the database happens once. */
@Injectable()
export class Check{{Singular}}Kind implements TaskKind<Check{{Singular}}Input, { words: number }> {
  readonly type = CHECK_{{SINGULAR}};

  constructor(private readonly db: Database) {}

  async run({ input }: RunningTask<Check{{Singular}}Input>): Promise<{ words: number }> {
    const [row] = await this.db.query<{ title: string }>(TITLE, [input.{{singularCamel}}Id]);
    return { words: row ? row.title.split(/\s+/).length : 0 };
  }

  effect({ input }: RunningTask<Check{{Singular}}Input>): Promise<number> {
    return this.db.execute(CHECKED, [input.{{singularCamel}}Id]);
  }
}
