import { Validation } from '../../core/errors';

/** Only addresses of these domains, compared without case; none named: all. @throws Validation */
export function assertDomain(email: string, allowed: readonly string[]): void {
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
  if (allowed.length === 0 || allowed.some((one) => one.toLowerCase() === domain)) return;
  const issue = { field: 'email', code: 'email_domain', message: 'addresses of this domain cannot register' };
  throw new Validation({ errors: [issue] });
}
