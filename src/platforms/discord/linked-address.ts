import { findAddress } from '#core/find-address.ts';
import { type Fields, fieldsOf, listOf, textOf } from './field-of.ts';

/** Clients make a link of what has a scheme; `<…>` and `[label](…)` around it are theirs. */
const ADDRESS = /https?:\/\/[^\s<>|]+/i;

/** The first address in a message: in what was said or forwarded, then in what Discord shows of links. */
export function linkedAddress(message: Fields): string | null {
  const forwarded = listOf(message.message_snapshots).map((snapshot) => fieldsOf(snapshot.message));
  const all = [message, ...forwarded];
  const said = all.map(({ content }) => textOf(content) ?? '');
  const shown = all.flatMap(({ embeds }) => listOf(embeds).map(({ url }) => textOf(url) ?? ''));
  for (const text of [...said, ...shown]) {
    const [word] = ADDRESS.exec(text) ?? [];
    const address = word === undefined ? null : findAddress(word);
    if (address !== null) return address;
  }
  return null;
}
