import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Commands of a block, up to the lines that show what they answer. */
export interface Step {
  /** Of the guide, 1-based, where the commands begin. */
  readonly line: number;
  readonly code: string;
  /** What the guide shows after `# =>`; null where it shows nothing. */
  readonly shown: string | null;
}

/** A fenced block of shell. */
export interface Block {
  readonly line: number;
  readonly code: string;
  /** `run` in the one session, `terminal` in one of its own, or left out for a reason. */
  readonly kind: 'run' | 'terminal' | 'no-run';
  readonly reason: string;
}

export interface Guide {
  readonly name: string;
  /** The commands in its first paragraph beside which it can be followed, such as `DEMO=false npm start`. */
  readonly starts: readonly string[];
  readonly blocks: readonly Block[];
}

const FENCE = /^```(?:sh|bash|shell)(?: +(.*))?\n([\s\S]*?)^```$/gm;

/** README.md and every page of docs/, with those that have no block of shell. */
export function guides(): Guide[] {
  const pages = readdirSync('docs').filter((name) => name.endsWith('.md'));
  return ['README.md', ...pages.sort().map((name) => join('docs', name))].map(read);
}

function read(name: string): Guide {
  const text = readFileSync(name, 'utf8');
  const blocks = [...text.matchAll(FENCE)].map(({ 1: info = '', 2: code, index }): Block => {
    const line = text.slice(0, index).split('\n').length + 1;
    if (info === '') return { line, code, kind: 'run', reason: '' };
    if (info === 'terminal') return { line, code, kind: 'terminal', reason: '' };
    const reason = /^no-run: (.+)$/.exec(info)?.[1];
    if (!reason) throw new Error(`${name}:${line - 1}: nobody knows what \`${info}\` asks for`);
    return { line, code, kind: 'no-run', reason };
  });
  return { name, starts: startsOf(text), blocks };
}

function startsOf(text: string): string[] {
  const [, paragraph = ''] = /^# .*\n\n((?:.+\n)+)/.exec(text) ?? [];
  const commands = paragraph.replaceAll('\n', ' ').matchAll(/`((?:[A-Z_]+=\S+ )*npm start)`/g);
  return [...commands].map(([, command]) => command);
}

/** What a block does, in order. A trailing ` # => …` shows what its own line answers, lines of it what all before them do. */
export function stepsOf({ line: first, code }: Pick<Block, 'line' | 'code'>): Step[] {
  const steps: Step[] = [];
  let lines: string[] = [];
  let shown: string[] = [];
  let begin = first;
  const flush = (next: number): void => {
    if (lines.some((one) => one.trim() !== '')) {
      steps.push({ line: begin, code: lines.join('\n'), shown: shown.length > 0 ? shown.join('\n') : null });
    }
    [lines, shown, begin] = [[], [], next];
  };
  for (const [at, text] of code.replace(/\n$/, '').split('\n').entries()) {
    const [, command = '', answer] = /^(.*?)\s*# =>\s?(.*)$/.exec(text) ?? [];
    if (answer === undefined) {
      if (shown.length > 0) flush(first + at);
      lines.push(text);
      continue;
    }
    if (command !== '') {
      if (shown.length > 0) flush(first + at);
      lines.push(command);
    }
    shown.push(answer);
  }
  flush(0);
  return steps;
}
