/** An address made absolute; as it stands where that cannot be done. */
export function resolveAddress(address: string, base: string | null): string {
  const trimmed = address.trim();
  const url = URL.parse(trimmed, base ?? undefined);
  if (url === null) return trimmed;
  // "http://example.org" stays as the feed wrote it: readers compare addresses as strings.
  return url.href === `${trimmed}/` ? trimmed : url.href;
}
