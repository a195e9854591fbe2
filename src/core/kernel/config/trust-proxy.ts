import { isIP } from 'node:net';
import { FieldProblem } from './fields';

/** What Fastify takes as `trustProxy`: nobody, so many hops, or these addresses. */
export type TrustProxy = false | number | readonly string[];

/** Reads `none`, a number of hops, or a list of addresses and CIDRs. @throws FieldProblem */
export function parseTrustProxy(value: string): TrustProxy {
  if (value === 'none') return false;
  if (/^\d{1,2}$/.test(value)) return Number(value) === 0 ? false : Number(value);
  const parts = value.split(',').map((one) => one.trim());
  const valid = parts.every((part) => {
    const [address, bits, ...rest] = part.split('/');
    const family = isIP(address);
    return (
      family !== 0 &&
      rest.length === 0 &&
      (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128)))
    );
  });
  if (!valid) throw new FieldProblem('must be none, a number of hops, or addresses and CIDRs');
  return parts;
}
