import { isIPv6 } from 'node:net';

const LOOPBACK = /^(?:::1$|(?:::ffff:)?127\.)/i;
const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;
/** Of the eight groups of an IPv6 address those that one customer has to himself, as networks are given out. */
const NETWORK_GROUPS = 4;

/** Who counts as one client: an IPv4 address, or the /64 network of an IPv6 address, which one machine has all of. */
export function clientAddress(ip: string): string {
  const mapped = MAPPED.exec(ip)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(ip)) return ip;
  const [head = '', tail] = (ip.split('%', 1)[0] ?? '').split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array.from({ length: zeros }, () => '0'), ...after].slice(0, NETWORK_GROUPS);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}

/** Whether it is this machine that asks. `ip`: of a connection, not of a header. */
export function isLoopback(ip: string): boolean {
  return LOOPBACK.test(ip);
}
