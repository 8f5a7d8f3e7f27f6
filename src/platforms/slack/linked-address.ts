import { findAddress } from '#core/find-address.ts';
import { readText } from './read-text.ts';

/** Addresses of pictures are no articles. */
const PICTURE = /icon|thumb|image|avatar/;

/** The first address in a message, in its text or in what other apps put beside it; empty where there is none. */
export function linkedAddress(message: { readonly text?: string; readonly [key: string]: unknown }): string {
  const beside = JSON.stringify([message.attachments ?? [], message.blocks ?? []], (key, value) =>
    PICTURE.test(key) ? undefined : value,
  );
  for (const word of `${readText(message.text ?? '')} ${beside}`.split(/[\s"<>|]+/)) {
    const address = /^https?:/i.test(word) ? findAddress(word) : null;
    if (address !== null) return address;
  }
  return '';
}
