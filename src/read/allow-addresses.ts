import { BlockList, isIP } from 'node:net';

/**
 * A comma-separated list of IP addresses and CIDR ranges to a test for one resolved address. An empty list allows none.
 * Names are refused: what a name means is up to whoever answers for it, and the guard judges addresses.
 * @throws Error whose message says which entry is wrong and what would be right.
 */
export function allowAddresses(list: string): (address: string) => boolean {
  const allowed = new BlockList();
  const entries = list
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  for (const entry of entries) {
    const [address = '', bits, ...rest] = entry.split('/');
    const family = isIP(address);
    const most = family === 6 ? 128 : 32;
    const isRange = bits !== undefined;
    const isSound = family !== 0 && rest.length === 0 && (!isRange || (/^\d{1,3}$/.test(bits) && Number(bits) <= most));
    if (!isSound) throw new Error(`“${entry}” is no IP address or range; write for example 127.0.0.1 or 10.0.0.0/8`);
    const type = family === 6 ? 'ipv6' : 'ipv4';
    if (isRange) allowed.addSubnet(address, Number(bits), type);
    else allowed.addAddress(address, type);
  }
  return (address) => {
    const family = isIP(address);
    return family !== 0 && allowed.check(address, family === 6 ? 'ipv6' : 'ipv4');
  };
}
