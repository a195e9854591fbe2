import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { ExpressionsService } from '../../../src/modules/platform/expressions';
import { FeelProcesses } from '../../../src/modules/platform/expressions/feel-processes';
import { Clock } from '../../../src/core/kernel/runtime';
import { startApp, TestApp } from '../../support/app';
import type { Client } from '../../support/client';
import { expectProblem } from '../../commerce/catalog/support';
import { until } from '../../support/until';
import { CASES, INVALID, MOMENT } from './cases';

const PATH = '/expressions/evaluate';
/** Nests a text within itself so many times. */
const nested = (open: string, middle: string, close: string, times: number): string =>
  open.repeat(times) + middle + close.repeat(times);

describe('expressions', () => {
  let t: TestApp;
  let client: Client;
  let expressions: ExpressionsService;
  beforeAll(async () => {
    t = await startApp();
    client = (await t.make.person()).client;
    expressions = t.app.get(ExpressionsService);
  });
  afterAll(() => t.stop());

  const evaluate = (expression: string, context?: unknown, as = client) => as.post(PATH, { expression, context });
  const childrenOf = ({ app }: TestApp): ChildProcess[] => {
    const { members } = app.get<{ members: Set<{ child: ChildProcess }> }>(FeelProcesses);
    return [...members].map(({ child }) => child);
  };
  const processes = () => childrenOf(t).map(({ pid }) => pid);

  it.each(CASES.map(({ source, ...one }) => [source, one] as const))(
    '%s',
    async (source, { context, timeZone, ...wanted }) => {
      const { result, warnings } = await expressions.evaluate(source, context ?? {}, { ...MOMENT, timeZone });
      expect({ result, warnings: warnings.map(({ type }) => type) }).toEqual({ warnings: [], ...wanted });
    },
  );

  it('are evaluated over REST, by who is signed in, with the warnings and where they are', async () => {
    const good = await evaluate('price * quantity', { price: 2.5, quantity: 4 });
    expect(good.status).toBe(200);
    expect(good.body).toEqual({ result: 10, warnings: [] });
    const { body } = await evaluate('1 + total');
    expect(body).toEqual({
      result: null,
      warnings: [
        { type: 'no_variable_found', message: "Variable 'total' not found", from: 4, to: 9 },
        { type: 'invalid_type', message: "Can't add 'null' to '1'", from: 2, to: 3 },
      ],
    });
    expectProblem(await t.client.post(PATH, { expression: '1' }), 401, 'unauthenticated');
    expectProblem(await client.post(PATH, { context: {} }), 422, 'validation');
    expectProblem(await client.post(PATH, { expression: '1', context: [] }), 422, 'validation');
  });

  it('take the time from the clock of the application, in UTC', async () => {
    jest.spyOn(t.app.get(Clock), 'nowMs').mockReturnValue(Date.parse('2001-02-03T04:05:06Z'));
    try {
      expect((await evaluate('string(today()) + " " + string(now())')).body.result).toBe(
        '2001-02-03 2001-02-03T04:05:06Z',
      );
    } finally {
      jest.restoreAllMocks();
    }
  });

  it.each(INVALID)('are refused where %j is none', async (source) => {
    const refused = await evaluate(source);
    expectProblem(refused, 422, 'expression_invalid');
    expect(refused.body.position).toEqual({ from: expect.any(Number), to: expect.any(Number) });
  });

  it.each<[string, string, string, unknown]>([
    ['a source of more than 4 kB', 'source', `"${'é'.repeat(2048)}"`, {}],
    ['a given list that is too long', 'list', 'count(l)', { l: Array(10_001).fill(0) }],
    ['a given list that is too long, deep within', 'list', '1', { a: { b: [{ l: Array(10_001).fill(0) }] } }],
    ['a context that is too deep', 'depth', '1', { a: JSON.parse(nested('[', '', ']', 65)) }],
    ['a range without an end', 'list', 'for i in 1..2.5 return i', {}],
    ['a range beyond the numbers', 'list', 'for i in 1..n return i', { n: 1e300 }],
    ['a range that is too long', 'list', 'for i in 1..n return i', { n: 10_001 }],
    [
      'a list that doubles itself',
      'list',
      `{${Array.from({ length: 40 }, (_, i) => (i ? `l${i}: concatenate(l${i - 1}, l${i - 1})` : 'l0: [1, 2]')).join()}}`,
      {},
    ],
    ['a result of too many items', 'list', 'for i in 1..101, j in 1..101 return 1', {}],
    ['a result that is too large', 'result', 'for i in 1..5000 return t', { t: 'x'.repeat(100) }],
    ['a result that is nested too deep', 'depth', nested('[', '1', ']', 100), {}],
  ])('go beyond a limit by %s', async (_what, limit, source, context) => {
    const refused = await evaluate(source, context);
    expectProblem(refused, 422, 'expression_limit');
    expect(refused.body.limit).toBe(limit);
  });

  it('go beyond a limit, and harm nothing, where the context is nested without end', async () => {
    const body = `{"expression":"1","context":{"a":${nested('[', '', ']', 100_000)}}}`;
    expectProblem(await client.post(PATH, body), 422, 'expression_limit');
  });

  it('may have a source of exactly 4 kB', async () => {
    const text = 'x'.repeat(4094);
    expect((await evaluate(`"${text}"`)).body.result).toBe(text);
  });

  const doubled = `{a0: "${'x'.repeat(100)}", ${Array.from({ length: 22 }, (_, i) => `a${i + 1}: a${i} + a${i}`).join()}`;
  const BOMBS: readonly (readonly [string, string])[] = [
    ['a regular expression that tries everything', `matches("${'a'.repeat(40)}b", "^(a+)+$")`],
    ['a replacement that tries everything', `replace("${'a'.repeat(40)}b", "^(a+)+$", "")`],
    ['a function that calls itself', '{f: function(f, n) f(f, n + 1), r: f(f, 0)}.r'],
    ['a function that calls itself twice', '{f: function(f, n) f(f, n + 1) + f(f, n + 1), r: f(f, 0)}.r'],
    ['every pair of ten thousand', 'count(for i in 1..10000, j in 1..10000 return i)'],
    ['every four of a thousand', 'some a in 1..1000, b in 1..1000, c in 1..1000, d in 1..1000 satisfies false'],
    ['a text that doubles itself', `${doubled}, r: upper case(a22)}.r`],
    ['a text that doubles itself and is compared', `${doubled}, b: a21 + a21, r: a22 = b}.r`],
    ['a text that doubles itself into a warning', `${doubled}, r: -a22}.r`],
    ['a text that is replaced by itself', `{a: "${'x'.repeat(1000)}", b: replace(a, "x", a), c: replace(b, "x", a)}.c`],
    [
      'objects in objects',
      `{${Array.from({ length: 60 }, (_, i) => (i ? `a${i}: [a${i - 1}, a${i - 1}]` : 'a0: [1]')).join()}}`,
    ],
    ['parentheses in parentheses', nested('(', '1', ')', 2000)],
    ['lists in lists', nested('[', '1', ']', 2000)],
    ['a power of a power', Array(1300).fill('9').join('**')],
  ];

  it.each(BOMBS)('end with expression_limit by %s, while others go on', async (_what, source) => {
    const other = (await t.make.person()).client;
    await evaluate('1', {}, other); // its process is there
    let isOver = false;
    const others: unknown[] = [];
    const asking = (async () => {
      while (!isOver) {
        others.push((await evaluate('20 + 22', {}, other)).body.result, (await other.get('/categories')).status);
      }
    })();
    const refused = await evaluate(source);
    isOver = true;
    await asking;
    if (source.startsWith('((') || source.includes('**')) {
      expect([200, 422]).toContain(refused.status); // long, and cheap
    } else expectProblem(refused, 422, 'expression_limit');
    expect(new Set(others)).toEqual(new Set([42, 200]));
  });

  it('start a process anew where one was ended, and evaluate as before', async () => {
    await evaluate('1');
    const before = processes();
    expectProblem(await evaluate('some a in 1..9999, b in 1..9999 satisfies false'), 422, 'expression_limit');
    expect((await evaluate('1 + 1')).body.result).toBe(2);
    await until(() => processes().some((pid) => !before.includes(pid)));
  });

  it('come in turn: a thousand bombs of one person hold up nobody else', async () => {
    const other = (await t.make.person()).client;
    expect((await evaluate('1', {}, other)).status).toBe(200);
    const bomb = 'some a in 1..9999, b in 1..9999 satisfies false';
    let settled = 0;
    const bombs = Array.from({ length: 1000 }, () => evaluate(bomb).finally(() => (settled += 1)));
    for (let round = 0; round < 20; round++) {
      expect((await evaluate('40 + 2', {}, other)).body).toEqual({ result: 42, warnings: [] });
      expect((await other.get('/categories')).status).toBe(200);
    }
    expect(settled).toBeLessThan(1000);
    const answers = await Promise.all(bombs);
    // Who asks for more than there is time for is told to come again.
    const codes = new Set(answers.map(({ body }) => body.code as string));
    expect([...codes].sort()).toEqual(['expression_limit', 'unavailable']);
    expect(answers.every(({ body, headers }) => body.code !== 'unavailable' || headers.has('retry-after'))).toBe(true);
    expect((await evaluate('1 + 1')).body.result).toBe(2);
  });

  it('are answered a thousand at once', async () => {
    const answers = await Promise.all(Array.from({ length: 1000 }, (_, n) => evaluate('n * 2', { n })));
    expect(answers.map(({ body }) => body.result)).toEqual(Array.from({ length: 1000 }, (_, n) => n * 2));
  });

  it('have nothing of the environment, and end with the application', async () => {
    const own = await startApp(t.env);
    const service = own.app.get(ExpressionsService);
    expect((await service.evaluate('1 + 1', {})).result).toBe(2);
    const [child] = childrenOf(own);
    expect(readFileSync(`/proc/${child.pid}/environ`, 'utf8')).not.toMatch(/DATABASE_URL|PATH=/);
    await own.stop();
    await until(() => child.exitCode !== null || child.signalCode !== null);
  });
});

describe('conditions', () => {
  let t: TestApp;
  beforeAll(async () => (t = await startApp()));
  afterAll(() => t.stop());

  it.each<[string, unknown, boolean]>([
    ['age >= 18', { age: 18 }, true],
    ['age >= 18', { age: 17 }, false],
    ['age >= 18', {}, false],
    ['null', {}, false],
    ['1', {}, false],
    ['"true"', {}, false],
    ['[true]', {}, false],
    ['answer', { answer: true }, true],
    ['answer', { answer: 'yes' }, false],
    ['1 +', {}, false],
    ['for i in 1..2.5 return i', {}, false],
    ['some a in 1..9999, b in 1..9999 satisfies false', {}, false],
  ])('%s of %j is %s', async (source, context, holds) => {
    expect(await t.app.get(ExpressionsService).holds(source, context as object)).toBe(holds);
  });
});
