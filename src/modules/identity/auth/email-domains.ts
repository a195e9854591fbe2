import { Validation } from '../../../core/kernel/errors';
import { cleanEmail, textKey } from '../../../core/kernel/text';

/** Whether an address may register. @param domains EMAIL_DOMAINS; none of them: all may */
export function isDomainAllowed(email: string, domains: readonly string[]): boolean {
  const domainOf = (address: string): string => textKey(cleanEmail(address).replace(/^.*@/s, ''));
  return domains.length === 0 || domains.some((one) => domainOf(`x@${one}`) === domainOf(email));
}

/** @throws Validation for an address that may not register */
export function assertDomain(email: string, domains: readonly string[]): void {
  if (isDomainAllowed(email, domains)) return;
  const issue = { field: 'email', code: 'email_domain', message: 'addresses of this domain cannot register' };
  throw new Validation({ errors: [issue] });
}
