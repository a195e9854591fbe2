import pg from 'pg';
import type { Answer, Client } from '../../support/client';

/** A well-formed id that nothing has. */
export const NOBODY = '0192f0a0-0000-7000-8000-000000000000';

/** What a list has, page by page; `between` runs after each page but the last. */
export async function walk<T = any>(client: Client, path: string, between?: () => Promise<unknown>): Promise<T[]> {
  const items: T[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const { status, body }: Answer = await client.get(cursor === '' ? path : `${path}&cursor=${cursor}`);
    expect(status).toBe(200);
    expect(body.count).toBe(body.items.length);
    items.push(...body.items);
    cursor = body.next_cursor;
    if (cursor !== null) await between?.();
  }
  return items;
}

/** The texts of the SQL statements about these tables while the work runs. */
export async function statementsOf(tables: RegExp, work: () => Promise<unknown>): Promise<string[]> {
  const spy = jest.spyOn(pg.Client.prototype, 'query');
  try {
    await work();
    const texts = spy.mock.calls.map(([one]: unknown[]) =>
      typeof one === 'string' ? one : (one as { text: string }).text,
    );
    return texts.filter((text) => tables.test(text));
  } finally {
    spy.mockRestore();
  }
}

/** How many of the answers have each status. */
export function byStatus(answers: readonly Answer[]): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

/** The answer is this problem, whole and without anything that tells of our insides. */
export function expectProblem(answer: Answer, status: number, code: string): void {
  expect([answer.status, answer.body.code]).toEqual([status, code]);
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(answer.body).toMatchObject({
    type: `/problems/${code}`,
    status,
    request_id: answer.headers.get('x-request-id'),
  });
  expect(typeof answer.body.title).toBe('string');
  expect(typeof answer.body.detail).toBe('string');
  expect(answer.body.instance).toMatch(/^\//);
  expect(answer.text).not.toMatch(/stack|node_modules|select |typeorm|postgres|fastify|mercurius/i);
}

/** The answer is 422 and names this field, once. */
export function expectInvalid(answer: Answer, field: string, code?: string): void {
  expectProblem(answer, 422, 'validation');
  expect(answer.body.errors.map((one: { field: string }) => one.field)).toEqual([field]);
  if (code) expect(answer.body.errors[0].code).toBe(code);
}
