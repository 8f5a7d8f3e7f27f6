import { resolveAddress } from './resolve-address.ts';

const WEB = /^https?:\/\/[^/]/i;

/** A web address made absolute; null for what is none ("javascript:…", "data:…", "mailto:…", a path that stands for itself alone). */
export function resolveWebAddress(address: string, base: string | null): string | null {
  const resolved = resolveAddress(address, base);
  return WEB.test(resolved) && URL.canParse(resolved) ? resolved : null;
}
