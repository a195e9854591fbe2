import { BoundStatement, Conditions } from '../../../core/data/database';
import { orderById } from '../../../core/web/dto';
import type { TaskQuery } from './dto/task.dto';
import { TASK_COLUMNS } from './engine/task-transitions';

/** Cursors are of no other list. */
export const TASK_ORDER = orderById('tasks -id');

/** The statement of a page, one more row than asked for; of each set of conditions its own. @throws Validation for a broken cursor */
export function taskPageQuery({ userId, type, status, cursor, limit }: TaskQuery): BoundStatement {
  const query = new Conditions()
    .andIf('user', 'user_id = ?::uuid', userId)
    .andIf('type', 'type = ?::text', type)
    .andIf('status', 'status = ?::text', status);
  TASK_ORDER.continue(query, cursor);
  const end = `ORDER BY ${TASK_ORDER.order} LIMIT ${query.bind(limit + 1, 'int')}`;
  return query.statement('tasks.page', `SELECT ${TASK_COLUMNS} FROM tasks WHERE ${query.where} ${end}`);
}
