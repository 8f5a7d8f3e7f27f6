import { resolveAddress } from './resolve-address.ts';

const LINK = /(\s(?:href|src|cite|action|longdesc|poster)\s{0,9}=\s{0,9})(?:"([^"]{0,4000})"|'([^']{0,4000})')/gi;
const ABSOLUTE = /^\s*(?:[a-z][a-z0-9+.-]*:|#|&|$)/i;

/** The addresses inside HTML made absolute, the rest left as it is. */
export function resolveLinks(html: string, base: string): string {
  if (!html.includes('=')) return html;
  return html.replace(LINK, (whole, before: string, double: string | undefined, single: string | undefined) => {
    const address = double ?? single ?? '';
    if (ABSOLUTE.test(address)) return whole;
    const mark = double === undefined ? "'" : '"';
    return `${before}${mark}${resolveAddress(address.replaceAll('&amp;', '&'), base).replaceAll('&', '&amp;')}${mark}`;
  });
}
