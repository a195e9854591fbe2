import { LineFilter } from './line-filter';
import { toLogLine, visible } from './log-line';
import type { LogRef, SourceLine } from './sources/log-source';

const REF: LogRef = { pod: 'shop-1', container: 'app', previous: false };

function raw(text: string): SourceLine {
  const place = { file: 'f', from: 0, to: 1, mark: 1, timeMs: null };
  return { timeMs: null, stream: null, text, place };
}

describe('the level of a line', () => {
  it.each([
    ['{"level":"warn","msg":"x"}', 'warn'],
    ['{"level":50}', 'error'],
    ['{"level":60}', 'fatal'],
    ['{"severity":"CRITICAL"}', 'fatal'],
    ['{"levelname":"WARNING"}', 'warn'],
    ['{"level":"constructor"}', null],
    ['{"level":{"a":1}}', null],
    ['{"msg":"ERROR within"}', null],
    ['time=x level=error msg="y"', 'error'],
    ['2026-11-25T10:00:00Z ERROR it broke', 'error'],
    ['[warn] careful', 'warn'],
    ['2026/11/25 10:00:00 [error] 31#31: *1 open() failed', 'error'],
    ['E1125 10:00:00.000000       1 main.go:1] failed', 'error'],
    ['\u001b[33mWARN\u001b[0m careful', 'warn'],
    ['{"@timestamp":"x","log.level":"ERROR","message":"y"}', 'error'],
    ['{"log":{"level":"warn"},"message":"y"}', 'warn'],
    ['{"@t":"x","@mt":"m","@l":"Warning"}', 'warn'],
    ['{"@t":"x","@mt":"m"}', 'info'],
    ['{"@t":"x","@m":"m","@l":"Verbose"}', 'debug'],
    ['{"severityText":"ERROR","body":"x"}', 'error'],
    ['{"severityNumber":17}', 'error'],
    ['{"SeverityNumber":1}', 'trace'],
    ['{"severityNumber":24}', 'fatal'],
    ['{"severityNumber":99}', null],
    ['{"LogLevel":"Critical"}', 'fatal'],
    ['{"version":"1.1","short_message":"x","level":3}', 'error'],
    ['{"PRIORITY":"4","MESSAGE":"x"}', 'warn'],
    ['{"level":"30"}', 'info'],
    ['{"log":"plain text"}', null],
    ['{"@t":"x"}', null],
    ['fail: Shop.Orders[0]', 'error'],
    ['warn: Microsoft.Hosting[0]', 'warn'],
    ['crit: x', 'fatal'],
    ['dbug: x', 'debug'],
    ['it may fail: x', null],
    ['<11>1 2026-11-29T10:00:00Z host app - - - it broke', 'error'],
    ['<34>Oct 11 22:14:15 host su: failed', 'fatal'],
    ['<192>nothing of syslog', null],
    ['W0102 10:00:00.000000       1 main.go:1] careful', 'warn'],
    ['ERROR:root:it broke', 'error'],
    ['2026-11-29 10:00:00,123 - shop - WARNING - careful', 'warn'],
    ['2026-11-29 10:00:00,123 [main] ERROR com.shop.Orders - it broke', 'error'],
    ['[10:00:00 ERR] it broke', 'error'],
    ['[10:00:00 INF] ready', 'info'],
    ['10:00AM WRN careful', 'warn'],
    ['t=x lvl=eror msg=y', 'error'],
    ['no error here, and [brackets]', null],
    ['__proto__ level=constructor', null],
  ])('%s', (text, level) => {
    expect(toLogLine(REF, raw(text)).level).toBe(level);
  });
});

describe('what is shown', () => {
  it.each([
    ['a\tb', 'a\tb'],
    ['\u001b[1;31mred\u001b[m', 'red'],
    ['\u001b]0;title\u0007', String.raw`\u001b]0;title\u0007`],
    ['a\r\nb\u2028c\u2029d\u0085e\0', String.raw`a\u000d\u000ab\u2028c\u2029d\u0085e\u0000`],
    ['\u202Egnp.exe', String.raw`\u202egnp.exe`],
    ['größer 日本 👍', 'größer 日本 👍'],
  ])('of %j', (text, expected) => {
    expect(visible(text)).toBe(expected);
  });
});

describe('a filter', () => {
  const wants = (query: ConstructorParameters<typeof LineFilter>[0], text: string): boolean =>
    new LineFilter(query).apply(REF, raw(text)) !== null;

  it.each([
    [{ q: 'ERR' }, 'an error', true],
    [{ q: 'err' }, 'e\u001b[31mr\u001b[0mror', true],
    [{ q: 'ask' }, 'password=canary', true], // of what stands in its place
    [{ q: 'canary' }, 'password=canary', false],
    [{ q: 'canary', regex: true }, 'password=canary', false],
    [{ q: '^a.c$', regex: true }, 'abc', true],
    [{ q: 'a.c' }, 'abc', false],
    [{ field: ['password=canary'] }, '{"password":"canary"}', false],
    [{ field: ['a.b=1', 'c=x'] }, '{"a":{"b":1},"c":"x"}', true],
    [{ field: ['a.b=1', 'c=y'] }, '{"a":{"b":1},"c":"x"}', false],
    [{ field: ['__proto__.x=1'] }, '{"a":1}', false],
    [{ field: ['a={"b":1}'] }, '{"a":{"b":1}}', true],
    [{ field: ['a=null'] }, '{"a":null}', true],
    [{ field: ['a='] }, '{"a":""}', true],
    [{ level: 'warn' }, 'says nothing', false],
    [{ level: 'info' }, 'says nothing', true],
    [{ level: 'debug' }, '{"level":"trace"}', false],
  ])('of %j takes %j: %p', (query, text, is) => {
    expect(wants(query, text)).toBe(is);
  });
});
