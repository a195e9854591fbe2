import { Validation } from '../../../core/kernel/errors';

/** Whether an address may register. @param domains EMAIL_DOMAINS; none of them: all may */
export function isDomainAllowed(email: string, domains: readonly string[]): boolean {
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
  return domains.length === 0 || domains.some((one) => one.toLowerCase() === domain);
}

/** @throws Validation for an address that may not register */
export function assertDomain(email: string, domains: readonly string[]): void {
  if (isDomainAllowed(email, domains)) return;
  const issue = { field: 'email', code: 'email_domain', message: 'addresses of this domain cannot register' };
  throw new Validation({ errors: [issue] });
}
