import { unpreparedStatement, statement } from '../../../../core/data/database';

// Every change of a task's status. Each is one statement that says in its WHERE from where it may be made, so that of two
// at once Postgres lets one through; what a worker changes it may change only while the row has the number of its run.

export const TASK_COLUMNS = `id, user_id AS "userId", type, status, progress, result, error, attempts, version,
  created_at AS "createdAt", started_at AS "startedAt", finished_at AS "finishedAt"`;
const MINE = `id = $1 AND run_no = $2 AND status = 'running'`;
const CHANGED = 'version = version + 1, updated_at = now()';
/** So often a task may be in hand when a worker is told to end before that counts as an attempt. */
const FREE_RETURNS = 3;
const LEASE = `now() + interval '30 seconds'`;
/** Said so that rows are found by their ids, and no plan walks all that wait or run, or did a moment ago. */
const IS_PENDING = `t.status || '' = 'pending'`;
const IS_RUNNING = `t.status || '' = 'running'`;
/**
 * Among the sources of a statement: its commit does not wait for the disk. For what a crash of Postgres may take back: handing
 * over and claiming, after which the task is handed over and claimed again. Its end is guarded by its status, and waits.
 */
const UNSYNCED = `(SELECT set_config('synchronous_commit', 'off', true)) AS unsynced`;

export const ADD = statement(
  'tasks.add',
  `INSERT INTO tasks (id, user_id, type, input, max_attempts) VALUES ($1, $2, $3, $4, $5) RETURNING ${TASK_COLUMNS}`,
);

/** The same for many at once. */
export const ADD_MANY = unpreparedStatement(
  `INSERT INTO tasks (id, user_id, type, input, max_attempts)
   SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::bytea[], $5::int[]) RETURNING ${TASK_COLUMNS}`,
);

/** Of this user, or of anybody when the user is null. */
export const BY_ID = statement(
  'tasks.by-id',
  `SELECT ${TASK_COLUMNS} FROM tasks WHERE id = $1 AND ($2::uuid IS NULL OR user_id = $2)`,
);

export const CANCEL = statement(
  'tasks.cancel',
  `UPDATE tasks SET status = 'cancelled', run_no = run_no + 1, finished_at = now(), lease_until = NULL, ${CHANGED}
   WHERE id = $1 AND ($2::uuid IS NULL OR user_id = $2) AND status IN ('pending', 'running') RETURNING ${TASK_COLUMNS}`,
);

export const RETRY = statement(
  'tasks.retry',
  `UPDATE tasks SET status = 'pending', attempts = 0, given_back = 0, error = NULL, finished_at = NULL, due_at = now(),
     ${CHANGED}
   WHERE id = $1 AND ($2::uuid IS NULL OR user_id = $2) AND status IN ('failed', 'cancelled') RETURNING ${TASK_COLUMNS}`,
);

/**
 * What is due, from each user in turn, put off until the queue has surely had its chance: what the queue loses falls due
 * again. Each user's turn is found by a step along the index, however many wait.
 */
export const TAKE = unpreparedStatement(
  `WITH RECURSIVE waiting AS (
     (SELECT user_id FROM tasks WHERE status = 'pending' ORDER BY user_id, due_at, id LIMIT 1)
     UNION ALL
     SELECT (SELECT t.user_id FROM tasks t WHERE t.status = 'pending' AND t.user_id > w.user_id
       ORDER BY t.user_id, t.due_at, t.id LIMIT 1)
     FROM waiting w WHERE w.user_id IS NOT NULL
   ), turns AS (
     SELECT due.id, row_number() OVER (PARTITION BY w.user_id ORDER BY due.due_at, due.id) AS turn, due.due_at
     FROM waiting w CROSS JOIN LATERAL (
       SELECT id, due_at FROM tasks WHERE user_id = w.user_id AND status = 'pending' AND due_at <= now()
       ORDER BY due_at, id LIMIT $1
     ) due
   ), first AS (
     SELECT id, turn FROM turns ORDER BY turn, due_at LIMIT $1
   ), free AS (
     SELECT t.id, first.turn FROM tasks t JOIN first ON first.id = t.id
     WHERE ${IS_PENDING} AND t.due_at <= now() FOR UPDATE OF t SKIP LOCKED
   )
   UPDATE tasks SET due_at = now() + interval '10 seconds' FROM free, ${UNSYNCED} WHERE tasks.id = free.id
   RETURNING tasks.id, tasks.run_no AS "runNo", free.turn::int AS turn`,
);

/** By the numbers they were told with. */
export const CLAIM = unpreparedStatement(
  `UPDATE tasks t SET status = 'running', run_no = t.run_no + 1, attempts = attempts + 1, lease_until = ${LEASE},
     started_at = coalesce(started_at, now()), ${CHANGED}
   FROM unnest($1::uuid[], $2::int[]) AS told (id, run_no), ${UNSYNCED}
   WHERE t.id = told.id AND t.run_no = told.run_no AND ${IS_PENDING}
   RETURNING t.id, user_id AS "userId", type, input, attempts, max_attempts AS "maxAttempts", t.run_no AS "runNo", version,
     progress`,
);

/** What a worker was told of and has no place for: for others, at once. */
export const PUT_BACK = unpreparedStatement(
  `UPDATE tasks t SET due_at = now() FROM unnest($1::uuid[], $2::int[]) AS told (id, run_no), ${UNSYNCED}
   WHERE t.id = told.id AND t.run_no = told.run_no AND ${IS_PENDING}`,
);

/** Which of these runs are no longer what their tasks are in. */
export const OVER = `SELECT mine.id, mine.run_no AS "runNo" FROM unnest($1::uuid[], $2::int[]) AS mine (id, run_no)
  WHERE NOT EXISTS (SELECT FROM tasks t WHERE t.id = mine.id AND t.run_no = mine.run_no AND ${IS_RUNNING})`;

/** Which of these runs go on; they may for a while: but not one whose lease has ended, which anybody may take by now. */
export const PROLONG = unpreparedStatement(
  `UPDATE tasks t SET lease_until = ${LEASE} FROM unnest($1::uuid[], $2::int[]) AS mine (id, run_no), ${UNSYNCED}
   WHERE t.id = mine.id AND t.run_no = mine.run_no AND ${IS_RUNNING}
     AND t.lease_until > now() RETURNING t.id`,
);

export const PROGRESS = statement(
  'tasks.progress',
  `UPDATE tasks SET progress = $3, ${CHANGED} WHERE ${MINE} AND progress < $3 RETURNING version`,
);

export const COMPLETE = statement(
  'tasks.complete',
  `UPDATE tasks SET status = 'completed', progress = 100, result = $3, error = NULL, finished_at = now(),
     lease_until = NULL, ${CHANGED} WHERE ${MINE} RETURNING version`,
);

/** The same for many at once, of which nothing else is to be changed; results as JSON text. */
export const COMPLETE_MANY = unpreparedStatement(
  `UPDATE tasks t SET status = 'completed', progress = 100, result = mine.result::jsonb, error = NULL, finished_at = now(),
     lease_until = NULL, ${CHANGED}
   FROM unnest($1::uuid[], $2::int[], $3::text[]) AS mine (id, run_no, result)
   WHERE t.id = mine.id AND t.run_no = mine.run_no AND ${IS_RUNNING} RETURNING t.id, version`,
);

/** For good, or to be tried again after so many ms. */
export const FAIL = statement(
  'tasks.fail',
  `UPDATE tasks SET status = 'failed', error = $3, finished_at = now(), lease_until = NULL, ${CHANGED}
   WHERE ${MINE} RETURNING version`,
);
export const TRY_LATER = statement(
  'tasks.try-later',
  `UPDATE tasks SET status = 'pending', error = $3, lease_until = NULL, due_at = now() + $4 * interval '1 millisecond',
     ${CHANGED} WHERE ${MINE} RETURNING version`,
);

/**
 * By a worker that was told to end: for others, at once. It is no attempt for a task that was begun not long ago, and was not
 * given back often; any other may be what workers are ended for, and would go from one to the next for ever.
 */
export const GIVE_BACK = statement(
  'tasks.give-back',
  `UPDATE tasks t SET given_back = t.given_back + 1, lease_until = NULL, due_at = now(), ${CHANGED},
     status = CASE WHEN counts AND attempts >= max_attempts THEN 'failed' ELSE 'pending' END,
     finished_at = CASE WHEN counts AND attempts >= max_attempts THEN now() END,
     attempts = attempts - CASE WHEN counts THEN 0 ELSE 1 END,
     error = CASE WHEN counts THEN $3 ELSE error END
   FROM (SELECT $4 OR given_back >= ${FREE_RETURNS} AS counts FROM tasks WHERE id = $1) said
   WHERE ${MINE} RETURNING id, status, version`,
);

/**
 * What was run by a worker that has not been heard of: again, or, when that was the last attempt, lost. One of those that are
 * lost a second time together may be what ends the workers: they fall due one after another, so that it ends alone.
 */
export const RECLAIM = unpreparedStatement(
  `WITH gone AS (
     SELECT id FROM tasks WHERE status = 'running' AND lease_until < now() LIMIT 500 FOR UPDATE SKIP LOCKED
   ), placed AS (
     SELECT id, row_number() OVER (ORDER BY id) - 1 AS place FROM gone
   )
   UPDATE tasks t SET lease_until = NULL, ${CHANGED},
     due_at = now() + CASE WHEN attempts > 1 THEN place % 8 ELSE 0 END * interval '3 seconds',
     status = CASE WHEN attempts < max_attempts THEN 'pending' ELSE 'failed' END,
     finished_at = CASE WHEN attempts < max_attempts THEN NULL ELSE now() END,
     error = $1
   FROM placed WHERE t.id = placed.id RETURNING t.id, status, version`,
);

/** A row when `TAKE` would find something. */
export const DUE = `SELECT true AS due WHERE EXISTS (
    WITH RECURSIVE waiting AS (
      (SELECT user_id FROM tasks WHERE status = 'pending' ORDER BY user_id, due_at, id LIMIT 1)
      UNION ALL
      SELECT (SELECT t.user_id FROM tasks t WHERE t.status = 'pending' AND t.user_id > w.user_id
        ORDER BY t.user_id, t.due_at, t.id LIMIT 1)
      FROM waiting w WHERE w.user_id IS NOT NULL
    )
    SELECT FROM waiting w WHERE EXISTS (
      SELECT FROM tasks t WHERE t.user_id = w.user_id AND t.status = 'pending' AND t.due_at <= now()))`;

/** A row when `RECLAIM` would find something. */
export const ABANDONED = `SELECT true AS abandoned WHERE EXISTS (
    SELECT FROM tasks WHERE status = 'running' AND lease_until < now())`;

/** The versions of these tasks; null for one that is gone. */
export const VERSIONS = `SELECT watched.id, t.version FROM unnest($1::uuid[]) AS watched (id)
  LEFT JOIN tasks t ON t.id = watched.id`;
