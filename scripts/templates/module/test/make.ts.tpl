import { Database } from '../../../src/core/data/database';
import { newId } from '../../../src/core/kernel/runtime';
import { {{Singular}} } from '../../../src/modules/{{group}}/{{plural}}/entities/{{singular}}.entity';
import type { TestApp } from '../../support/app';

/** A valid row by default, every column overridable, written through the entity. */
export async function make{{Singular}}(t: TestApp, values: Partial<{{Singular}}> = {}): Promise<{{Singular}}> {
  const repo = t.app.get(Database).repo({{Singular}});
  const row = repo.create({ id: newId(), title: 'An example', checkedAt: null, ...values });
  await repo.insert(row);
  return row;
}
