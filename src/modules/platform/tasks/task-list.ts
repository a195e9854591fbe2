import { Statement, statement } from '../../../core/data/database';
import { decodeCursor } from '../../../core/web/dto';
import { isId } from '../../../core/kernel/runtime';
import type { TaskQuery } from './dto/task.dto';
import { TASK_COLUMNS } from './engine/task-transitions';

/** Cursors are of no other list. */
export const TASK_SORT = 'tasks -id';

/** The statement of a page, one more row than asked for; of each set of conditions its own. @throws Validation for a broken cursor */
export function taskPageQuery({ userId, type, status, cursor, limit }: TaskQuery): {
  statement: Statement;
  values: unknown[];
} {
  const values: unknown[] = [limit + 1];
  const conditions: string[] = [];
  const shape: string[] = [];
  const add = (name: string, condition: string, value: unknown): void => {
    shape.push(name);
    conditions.push(condition.replace('?', `$${values.push(value)}`));
  };
  if (userId) add('user', 'user_id = ?::uuid', userId);
  if (type) add('type', 'type = ?::text', type);
  if (status) add('status', 'status = ?::text', status);
  if (cursor) {
    const [id] = decodeCursor(cursor, TASK_SORT, [(value) => typeof value === 'string' && isId(value)]);
    add('after', 'id < ?::uuid', id);
  }
  const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
  const text = `SELECT ${TASK_COLUMNS} FROM tasks ${where} ORDER BY id DESC LIMIT $1`;
  return { statement: statement(`tasks.page ${shape.join(' ')}`, text), values };
}
