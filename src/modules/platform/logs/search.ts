import { RE2JS, RE2JSException } from 're2js';
import { Validation } from '../../../core/kernel/errors';

/** Whether a text holds what is looked for. */
export type Search = (text: string) => boolean;

/** An expression of more steps would keep others waiting on a long line. */
const MAX_STEPS = 1000;
/** So much of a line is looked at. */
const LOOKED_AT = 16_384;

/** The words themselves, whether in small or in capital letters. */
export function literalSearch(words: string): Search {
  const wanted = words.toLowerCase();
  return (text) => text.toLowerCase().includes(wanted);
}

/** RE2's syntax, which is matched in time in proportion to the text whatever the expression. @throws Validation */
export function expressionSearch(source: string): Search {
  try {
    const expression = RE2JS.compile(source);
    if (expression.programSize() > MAX_STEPS) throw refusal('too_complex', 'repeats too much');
    return (text) => expression.test(text.length > LOOKED_AT ? text.slice(0, LOOKED_AT) : text);
  } catch (error) {
    if (error instanceof RE2JSException) throw refusal('expression', 'is no regular expression of RE2');
    throw error;
  }
}

function refusal(code: string, message: string): Error {
  return new Validation({ errors: [{ field: 'q', code, message }] });
}
