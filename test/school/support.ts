import { Invariants } from '../../src/core/data/invariants';
import { newId } from '../../src/core/kernel/runtime';
import type { TestApp } from '../support/app';
import type { Answer, Client } from '../support/client';
import type { Person } from '../support/make';

/** What is off, by name; nothing when the books are right. */
export async function violations(t: TestApp): Promise<unknown[]> {
  const { checks } = await t.app.get(Invariants).verify();
  return checks.filter(({ ok }) => !ok);
}

/** How many answers had each status. */
export function tally(answers: readonly { status: number }[]): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

export const teacher = (t: TestApp): Promise<Person> => t.make.person({ roles: ['teacher'] });
export const student = (t: TestApp): Promise<Person> => t.make.person({ roles: ['student'] });

/** What does not change from one answer to the next. */
const bare = ({ status, body }: Answer, id: string): string => {
  const { request_id: _, ...rest } = body;
  return `${status} ${JSON.stringify(rest)}`.replaceAll(id, 'ID');
};

/** The caller gets of this thing just what they get of one that is not there. @param path with `ID` for the id */
export async function expectLikeMissing(
  client: Client,
  method: string,
  path: string,
  id: string,
  body?: unknown,
): Promise<void> {
  const missing = newId();
  const [one, other] = [id, missing].map((value) => client.call(method, path.replace('ID', value), { body }));
  expect(bare(await one, id)).toBe(bare(await other, missing));
  expect((await one).status).toBe(404);
}

/** The actions of the trail about this target, the first first. */
export async function actionsOn(t: TestApp, target: string): Promise<string[]> {
  const rows = await t.db.query<{ action: string }>('SELECT action FROM audit_entries WHERE target = $1 ORDER BY id', [
    target,
  ]);
  return rows.map(({ action }) => action);
}

/** A classroom of a teacher with a student in it, and an open term. */
export async function classOf(t: TestApp, ms: Person) {
  const term = await t.make.term();
  const classroom = await t.make.classroom({ teacherId: ms.user.id });
  const own = await student(t);
  await t.make.enrollment({ classroomId: classroom.id, studentId: own.user.id });
  const input = (values: object = {}) => ({
    student_id: own.user.id,
    classroom_id: classroom.id,
    subject: 'Mathematics',
    score: 87.25,
    comments: 'Well argued.',
    ...values,
  });
  return { term, classroom, own, input };
}
