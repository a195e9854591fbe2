import { isIP } from 'node:net';
import { Validation } from '../../../core/kernel/errors';
import { bareHost, isHost, kindOf } from '../../../core/outbound';

/** What the configuration says of addresses. */
interface Allowed {
  readonly http: boolean;
  readonly hosts: readonly string[];
}

/**
 * The address of a webhook as it is kept. Where a name leads to is looked at with every call.
 * @throws Validation for one that is not https, has a password in it, or leads inwards as it stands
 */
export function webhookUrl(text: string, { http, hosts }: Allowed): string {
  if (!URL.canParse(text)) throw refused('url', 'must be an address');
  const url = new URL(text);
  if (url.protocol !== 'https:' && !(http && url.protocol === 'http:')) throw refused('protocol', 'must be https');
  if (url.username !== '' || url.password !== '') throw refused('credentials', 'has no user and no password in it');
  const host = bareHost(url);
  const isInward = (isIP(host) > 0 && kindOf(host) !== 'public') || /(^|\.)localhost\.?$/.test(host);
  if (isInward && !hosts.some((one) => isHost(one, host))) throw refused('address', 'must be public');
  url.hash = '';
  return url.href;
}

function refused(code: string, message: string): Error {
  return new Validation({ errors: [{ field: 'url', code, message }] });
}
