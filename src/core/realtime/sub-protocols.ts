/**
 * The sub-protocol of a socket: the first that the client offers, in its order, and the gateway speaks.
 * @returns false where there is none: then the answer names none and the client decides (RFC 6455 section 4.2.2)
 */
export function chooseSubProtocol(offered: Iterable<string>, spoken: readonly string[] | 'any'): string | false {
  for (const one of offered) if (spoken === 'any' || spoken.includes(one)) return one;
  return false;
}
