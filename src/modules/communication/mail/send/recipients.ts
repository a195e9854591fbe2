import { Validation } from '../../../../core/kernel/errors';
import { cleanEmail } from '../../../../core/kernel/text';
import { addressKey, isOneAddress } from '../mail-addresses';
import { FIELDS, RecipientField } from '../messages/entities/mail-delivery.entity';
import type { Recipient } from '../messages/message-writer';

export const MAX_RECIPIENTS = 100;

/**
 * The recipients of a mail, each once: who stands in two fields stays in the first. An address is plain, `ada@example.com`; one with a name,
 * a comment, quotes or a second one in it is refused whole. @throws Validation naming each that is no address
 */
export function readRecipients(lists: Readonly<Record<RecipientField, readonly string[]>>): Recipient[] {
  const errors: { field: string; code: string; message: string }[] = [];
  const seen = new Map<string, Recipient>();
  for (const field of FIELDS) {
    lists[field].forEach((given, n) => {
      const address = cleanEmail(given);
      if (!isOneAddress(address)) {
        errors.push({
          field: `${field}.${n}`,
          code: 'email',
          message: 'must be one plain address such as ada@example.com',
        });
        return;
      }
      const key = addressKey(address);
      if (!seen.has(key)) seen.set(key, { field, address });
    });
  }
  if (errors.length === 0 && seen.size > MAX_RECIPIENTS) {
    errors.push({ field: 'to', code: 'max', message: `at most ${MAX_RECIPIENTS} recipients` });
  }
  if (errors.length > 0) throw new Validation({ errors });
  return [...seen.values()];
}
