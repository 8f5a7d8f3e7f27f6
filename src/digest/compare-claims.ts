import { type Span, textAt } from '#core/article.ts';
import type { Account, FoundDifference } from '#core/digest.ts';
import { SHOWN_FROM_CONFIDENCE } from '#core/testimony.ts';
import { contentWords } from '#language/content-words.ts';
import counted from './data/counted.json' with { type: 'json' };
import { sideOf } from './side-of.ts';

const NEGATIONS: ReadonlySet<string> = new Set(counted.negations);
/** Stems that two statements must share to be about one thing, and their share of the longer one's: a "not" may belong to what one of them says besides. */
const COMMON_WORDS = 4;
const COMMON_SHARE = 0.6;
/** Shorter ones must be nearly the same. */
const FEW_WORDS = 3;
const FEW_SHARE = 0.75;
/** In a longer sentence a "not" may belong to any clause. */
const LONGEST_WORDS = 30;
const MOST_STATEMENTS = 40;
/** What an article says in its own voice counts where it says what happened. */
const LEAD_SENTENCES = 3;

/** "No. 12" denies nothing. */
const NUMBERED = /\bno\. ?(?=\d)/giu;

type Statement = {
  readonly account: Account;
  readonly origin: number;
  readonly span: Span;
  readonly words: ReadonlySet<string>;
  readonly surface: readonly string[];
  readonly isNegated: boolean;
};

/** Where one account has said or denied what another has asserted. An account that tells both sides is at odds with nobody. */
export function compareClaims(
  accounts: readonly { readonly account: Account; readonly origin: number }[],
): FoundDifference[] {
  const statements = accounts.flatMap(({ account, origin }) => statementsOf(account, origin));
  for (const [at, one] of statements.entries())
    for (const other of statements.slice(at + 1)) {
      if (one.origin === other.origin || one.isNegated === other.isNegated || !isOneMatter(one, other)) continue;
      const tellsBoth = (teller: Statement, told: Statement) =>
        statements.some(
          (own) => own.account === teller.account && own.isNegated === told.isNegated && isOneMatter(own, told),
        );
      if (tellsBoth(one, other) || tellsBoth(other, one)) continue;
      const sides = [one, other].map(({ account, span }) => sideOf(account, span));
      return [{ kind: 'differ', about: aboutOf(one, other), sides }];
    }
  return [];
}

function statementsOf(account: Account, origin: number): Statement[] {
  const { text, language, sentences } = account.article;
  if (!language.startsWith('en')) return [];
  const said = account.testimony.attributions
    .filter(({ confidence, stance }) => confidence >= SHOWN_FROM_CONFIDENCE && stance !== 'declines')
    .flatMap(({ content: [piece], stance }) => (piece === undefined ? [] : [{ piece, isDenied: stance === 'denies' }]));
  const told = sentences.slice(0, LEAD_SENTENCES).map((piece) => ({ piece, isDenied: false }));
  return [...told, ...said].slice(0, MOST_STATEMENTS).flatMap(({ piece, isDenied }): Statement[] => {
    const words = textAt(text, piece).replace(NUMBERED, '');
    const plain = words.toLowerCase().match(/[\p{L}\p{N}’']+/gu) ?? [];
    if (plain.length > LONGEST_WORDS || words.includes('?') || /^\s*(?:whether|if)\b/i.test(words)) return [];
    const span = sentences.find(({ start, end }) => start <= piece.start && piece.start < end) ?? piece;
    const negations = plain.filter((word) => NEGATIONS.has(word) || /n[’']t$/.test(word)).length + (isDenied ? 1 : 0);
    const stems = contentWords(words, language).filter((stem) => !NEGATED_STEMS.has(stem));
    return [{ account, origin, span, words: new Set(stems), surface: plain, isNegated: negations % 2 === 1 }];
  });
}

const NEGATED_STEMS: ReadonlySet<string> = new Set(contentWords(counted.negations.join(' '), 'en'));

function isOneMatter(a: Statement, b: Statement): boolean {
  const common = [...a.words].filter((word) => b.words.has(word)).length;
  const longer = Math.max(a.words.size, b.words.size);
  if (common >= COMMON_WORDS && common >= COMMON_SHARE * longer) return true;
  return common >= FEW_WORDS && common >= FEW_SHARE * longer;
}

/** The longest word that both have, as the first writes it. */
function aboutOf(a: Statement, b: Statement): string {
  const shared = a.surface.filter((word) => b.surface.includes(word) && contentWords(word, 'en').length > 0);
  return shared.toSorted((x, y) => y.length - x.length)[0] ?? 'what happened';
}
