import { FieldIssue, Validation } from '../../../../core/kernel/errors';
import { cleanPassword } from '../../../../core/kernel/text';
import { isListed, WELL_KNOWN } from './well-known-passwords';

const COMPOSITION_MIN = 8;
const LENGTH_MIN = 15;
const LENGTH_MIN_WITH_MFA = 8;
const PASSWORD_MAX = 128;

export interface PolicyContext {
  readonly policy: 'composition' | 'length';
  readonly withMfa?: boolean;
  /** Words that belong to this account: address, name. */
  readonly personal: readonly string[];
}

/** What is wrong with a new password, or null. Length in characters as a person counts them (code points). */
export function passwordIssue(given: string, context: PolicyContext, field = 'password'): FieldIssue | null {
  const password = cleanPassword(given);
  const issue = (code: string, message: string): FieldIssue => ({ field, code, message });
  const length = [...password].length;
  const least = context.policy === 'composition' ? COMPOSITION_MIN : context.withMfa ? LENGTH_MIN_WITH_MFA : LENGTH_MIN;
  if (length < least) return issue('min_length', `at least ${least} characters`);
  if (length > PASSWORD_MAX) return issue('max_length', `at most ${PASSWORD_MAX} characters`);
  if (context.policy === 'composition') {
    const missing = [
      [/\p{Lu}/u, 'an upper-case letter'],
      [/\p{Ll}/u, 'a lower-case letter'],
      [/\p{Nd}/u, 'a digit'],
      [/[^\p{L}\p{Nd}]/u, 'a special character'],
    ].filter(([pattern]) => !(pattern as RegExp).test(password));
    if (missing.length > 0)
      return issue('composition', `also needs ${missing.map(([, word]) => word as string).join(', ')}`);
  }
  if (isWellKnown(password, context.personal)) return issue('well_known', 'is too easy to guess');
  return null;
}

/** @throws Validation naming what is wrong with a new password of this person */
export function assertPassword(
  password: string,
  policy: PolicyContext['policy'],
  {
    email,
    username,
    fullName,
  }: { readonly email: string; readonly username?: string | null; readonly fullName: string },
): void {
  const personal = [email, email.split('@')[0], username ?? '', ...fullName.split(/\s+/)];
  const issue = passwordIssue(password, { policy, personal });
  if (issue) throw new Validation({ errors: [issue] });
}

/**
 * A word everyone tries, also with digits and signs around it or letters written as digits or signs. Signs within are
 * looked through for the short list and the person's own words alone: two common words beside each other stand in the
 * long list too, and with a sign between them are no longer what everyone tries.
 */
function isWellKnown(password: string, personal: readonly string[]): boolean {
  const lower = password.toLowerCase();
  const headless = lower.replace(/^[^\p{L}]+/u, '');
  const cores = [lower, headless, withoutTail(lower), withoutTail(headless)];
  const spellings = cores.flatMap((core) => [core, core.replace(/[0134578$@]/g, (sign) => LEET[sign])]);
  if (spellings.some(isListed)) return true;
  const forms = [...cores, ...spellings.map(bare)];
  const own = personal.map((word) => word.toLowerCase()).filter((word) => word.length >= 4);
  return forms.some((form) => WELL_KNOWN.has(form) || own.includes(form)) || /^(.)\1*$/u.test(bare(lower));
}

const withoutTail = (text: string): string => text.replace(/[^\p{L}]+$/u, '');
const bare = (text: string): string => text.replace(/[^\p{L}\p{Nd}]/gu, '');

const LEET: Record<string, string> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', 8: 'b', $: 's', '@': 'a' };
