import i18next from 'i18next';
import { AtriumError, UNREACHABLE, type Problem } from '../api';
import { t } from './i18n';

/** What a refusal says to a person, in their language. */
export function problemText(error: unknown): string {
  if (!(error instanceof AtriumError)) return t('That did not work.');
  if (error.status === UNREACHABLE) return t('The server cannot be reached. Are you online?');
  const { problem, retryAfterS } = error;
  const waiting = retryAfterS === undefined ? '' : ` ${t('Try again in {{waitS}} s.', { waitS: retryAfterS })}`;
  if (!problem) return t('The server answered {{status}}.', { status: error.status }) + waiting;
  const said = ofCode(problem, retryAfterS);
  return /\d s\b/.test(said) ? said : said + waiting;
}

function ofCode(problem: Problem, retryAfterS: number | undefined): string {
  const key = `code:${problem.code}`;
  if (!i18next.exists(key)) return t(problem.detail ?? problem.title);
  return t(key, { ...problem, retry_after_s: problem.retry_after_s ?? retryAfterS });
}

/** What is wrong with a field. Of a text with numbers, the words of the same one with `#` in their places will do. */
export function fieldText(message: string): string {
  const [, list] = /^also needs (.+)$/.exec(message) ?? [];
  if (list) {
    const parts = list.split(', ').map((one) => t(one));
    return t('also needs {{list}}', { list: parts.join(', ') });
  }
  const numbers = message.match(/\d+/g) ?? [];
  const general = message.replace(/\d+/g, '#');
  if (i18next.exists(message) || !i18next.exists(general)) return t(message);
  return t(general).replace(/#/g, () => numbers.shift() ?? '#');
}

/** The problems of fields of a 422, by the field's name. */
export function fieldProblems(error: unknown): Record<string, string> {
  if (!(error instanceof AtriumError) || !Array.isArray(error.problem?.errors)) return {};
  const issues = error.problem.errors as { field: string; message: string }[];
  return Object.fromEntries(issues.map(({ field, message }) => [field, fieldText(message)]));
}
