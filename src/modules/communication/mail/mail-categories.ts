/**
 * What a mail is for. `security` is about somebody's account: nobody can unsubscribe from it. `transactional` answers something that
 * somebody has done, and is the default. Any other word is a bulk category, as `news` or `orders.digest`: it waits behind the two, each
 * recipient has a message of their own with a link by which they unsubscribe from this category alone.
 */
export type MailCategory = 'security' | 'transactional' | (string & Record<never, never>);

export const SECURITY = 'security';
export const TRANSACTIONAL = 'transactional';
/** The form of a category's name. */
export const CATEGORY = /^[a-z][a-z0-9_.-]{0,49}$/;

export const isBulk = (category: MailCategory): boolean => category !== SECURITY && category !== TRANSACTIONAL;

/** The order in which deliveries are taken: 0 first. */
export function priorityOf(category: MailCategory): 0 | 1 | 2 {
  if (category === SECURITY) return 0;
  return isBulk(category) ? 2 : 1;
}
