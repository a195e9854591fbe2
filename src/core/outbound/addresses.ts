import { BlockList, isIP, isIPv4 } from 'node:net';

/**
 * Where an address lies: `public`; `loopback` and `private`, which only who is named in the configuration may be at; `special`
 * (link-local with the metadata services of clouds, unspecified, multicast, reserved), where nobody is who was named by a name.
 */
export type AddressKind = 'public' | 'loopback' | 'private' | 'special';

type Subnet = readonly [network: string, prefix: number];

/** Metadata services that lie within private ranges come first. */
const SPECIAL: readonly Subnet[] = [
  ...([['100.100.100.200', 32], ['fd00:ec2::254', 128]] as const), // prettier-ignore
  ...([['0.0.0.0', 8], ['169.254.0.0', 16], ['192.0.0.0', 24], ['192.0.2.0', 24], ['192.88.99.0', 24]] as const), // prettier-ignore
  ...([['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 3]] as const), // prettier-ignore
  ...([['::', 128], ['100::', 64], ['2001::', 23], ['2001:db8::', 32], ['3fff::', 20]] as const), // prettier-ignore
  ...([['5f00::', 16], ['fe80::', 10], ['fec0::', 10], ['ff00::', 8]] as const), // prettier-ignore
];
const LOOPBACK: readonly Subnet[] = [['127.0.0.0', 8], ['::1', 128]]; // prettier-ignore
const PRIVATE: readonly Subnet[] = [['10.0.0.0', 8], ['100.64.0.0', 10], ['172.16.0.0', 12], ['192.168.0.0', 16], ['fc00::', 7]]; // prettier-ignore

const lists: readonly (readonly [AddressKind, BlockList])[] = [
  ['special', listOf(SPECIAL)],
  ['loopback', listOf(LOOPBACK)],
  ['private', listOf(PRIVATE)],
];

/** The kind of an IP address; one of IPv4 within one of IPv6 (mapped, NAT64, 6to4) is what it stands for. */
export function kindOf(address: string): AddressKind {
  const family = isIP(address.split('%', 1)[0]);
  if (family === 0 || address.includes('%')) return 'special';
  const inner = family === 6 ? embedded(address) : null;
  if (inner !== null) return kindOf(inner);
  const found = lists.find(([, list]) => list.check(address, family === 4 ? 'ipv4' : 'ipv6'));
  return found?.[0] ?? 'public';
}

function listOf(subnets: readonly Subnet[]): BlockList {
  const list = new BlockList();
  for (const [network, prefix] of subnets) list.addSubnet(network, prefix, isIPv4(network) ? 'ipv4' : 'ipv6');
  return list;
}

/** The address of IPv4 that one of IPv6 stands for (RFC 4291 section 2.5.5, RFC 6052, RFC 3056), or null. */
function embedded(address: string): string | null {
  const groups = groupsOf(address);
  const isZero = (from: number, to: number): boolean => groups.slice(from, to).every((group) => group === 0);
  if (groups[0] === 0x2002) return dotted(groups[1], groups[2]);
  const isNat64 = groups[0] === 0x64 && groups[1] === 0xff9b && isZero(2, 6);
  const isMapped = isZero(0, 5) && groups[5] === 0xffff;
  const isCompatible = isZero(0, 6) && groups[6] !== 0;
  return isNat64 || isMapped || isCompatible ? dotted(groups[6], groups[7]) : null;
}

const dotted = (high: number, low: number): string => [high >> 8, high & 255, low >> 8, low & 255].join('.');

/** The eight groups of an address of IPv6 however it is written. */
function groupsOf(address: string): number[] {
  const plain = address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, ...parts: string[]) => {
    const [a, b, c, d] = parts.map(Number);
    return `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
  });
  const [head, tail] = plain.split('::').map((half) => half.split(':').filter(Boolean));
  const rest = tail ?? [];
  const zeros = Array<string>(8 - head.length - rest.length).fill('0');
  return [...head, ...zeros, ...rest].map((group) => parseInt(group, 16));
}
