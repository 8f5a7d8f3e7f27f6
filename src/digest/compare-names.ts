import { type Span, textAt } from '#core/article.ts';
import type { Account, FoundDifference } from '#core/digest.ts';
import type { Source } from '#core/testimony.ts';
import counted from './data/counted.json' with { type: 'json' };
import { sideOf } from './side-of.ts';

const UNLIKE: ReadonlySet<string> = new Set(counted.unlike);
/** Heads of roles that one person has at a time. */
const ONLY_ONE: ReadonlySet<string> = new Set(counted['only-one']);
const NOT_NOW = /\b(?:former|ex|then|deputy|acting|vice|late|outgoing|incoming|next|previous|predecessor|successor)\b/i;
/** "The mayor" may be another town's; "harbour master" hardly. */
const LEAST_WORDS = 2;

type Holder = { readonly account: Account; readonly origin: number; readonly role: string; readonly source: Source };

/** Where accounts give another name to whoever holds one office. */
export function compareNames(
  accounts: readonly { readonly account: Account; readonly origin: number }[],
): FoundDifference[] {
  const holders = accounts.flatMap(({ account, origin }) => holdersIn(account, origin));
  return [...Map.groupBy(holders, ({ role }) => role).values()].flatMap((same): FoundDifference[] => {
    const [first] = same;
    const other = same.find((one) => first !== undefined && one.origin !== first.origin && isSomebodyElse(first, one));
    if (first === undefined || other === undefined) return [];
    const sides = [first, other].flatMap(({ account, source }) => {
      const span = sentenceWith(source, account);
      return span === null ? [] : [sideOf(account, span)];
    });
    return sides.length < 2 ? [] : [{ kind: 'differ', about: first.role, sides }];
  });
}

/** Those who hold an office of which an article names one holder. */
function holdersIn(account: Account, origin: number): Holder[] {
  const named = account.testimony.sources.flatMap((source) => {
    const role = source.kind === 'person' && source.named && source.role !== null ? officeOf(source.role) : null;
    const sentence = sentenceWith(source, account);
    // "Sweden’s former foreign minister": the role that was found may have lost the word.
    const isOther = sentence !== null && NOT_NOW.test(textAt(account.article.text, sentence));
    return role === null || isOther ? [] : [{ account, origin, role, source }];
  });
  return named.filter(({ role }) => named.filter((other) => other.role === role).length === 1);
}

function officeOf(role: string): string | null {
  const bare = role.toLowerCase().replace(/^(?:the|its|their|his|her|a|an)\s/, '');
  const words = bare.match(/[\p{L}\p{N}’'-]+/gu) ?? [];
  const isOffice = words.length >= LEAST_WORDS && words.some((word) => ONLY_ONE.has(word));
  return isOffice && !words.some((word) => UNLIKE.has(word)) ? words.join(' ') : null;
}

/** No part of a name in common, and neither name anywhere in the other's text. */
function isSomebodyElse(a: Holder, b: Holder): boolean {
  const parts = (name: string) =>
    name
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .filter((part) => part.length > 1);
  const isIn = (name: string, text: string) => parts(name).some((part) => text.toLowerCase().includes(part));
  return !isIn(a.source.name, b.account.article.text) && !isIn(b.source.name, a.account.article.text);
}

function sentenceWith({ name, mentions }: Source, { article }: Account): Span | null {
  const first = mentions.find((span) => article.text.slice(span.start, span.end).includes(name)) ?? mentions[0];
  if (first === undefined) return null;
  return article.sentences.find(({ start, end }) => start <= first.start && first.end <= end) ?? null;
}
