import { onceFor } from '#core/once-for.ts';
import { contentWords } from '#language/content-words.ts';
import type { Subject } from '../checks/check.ts';
import relaying from '../data/relaying.json' with { type: 'json' };
import type { Ground } from '../ground.ts';
import { wordsOf } from '../words/words-of.ts';
import { findCredits } from './find-credits.ts';
import { findTeller } from './find-teller.ts';
import { tellingWords } from './may-speak-for.ts';

/** "…, the company reckons", "Holm doubts that": what stands before, or all behind an "according to", names whom a claim credits. */
const RELAYED = new RegExp(
  `(?:^|[,;:] )([^,;:“”"]{2,80}(?:, [^,;:“”"]{2,60},)?) (?:${relaying.join('|')})(?![\\p{L}’'])`,
  'gu',
);

/** Words of a name, a role and an office; more before a verb hold what was said. */
const MOST_WORDS = 12;

/** Who speaks in an article, by the words of their names and roles. */
const speakersIn = onceFor(speakersOf);

/**
 * Whether a claim says whose words it tells, and the article has such a source. English only; elsewhere whoever makes the claim
 * may name the speaker beside it.
 */
export function isCredited({ text, speaker }: Subject, ground: Ground): boolean {
  const named = speaker === null ? creditsIn(text) : [speaker];
  return named.some((name) => contentWords(name, ground.article.language).some((stem) => speakersIn(ground).has(stem)));
}

function creditsIn(text: string): string[] {
  const teller = findTeller(text);
  const relayed = [...text.matchAll(RELAYED)].map(([, name = '']) => name);
  const named = [
    ...findCredits(text).flatMap(({ subjects }) => subjects),
    ...relayed,
    ...(teller === null ? [] : [teller.name]),
  ];
  return named.filter((name) => tellingWords(name).length > 0 && wordsOf(name).length <= MOST_WORDS);
}

function speakersOf({ article: { language }, sources, attributions }: Ground): ReadonlySet<string> {
  const speaking = new Set([...attributions.values()].map(({ source }) => source));
  return new Set(
    [...sources.values()].flatMap(({ id, kind, name, role }) =>
      speaking.has(id) && kind !== 'unstated' ? contentWords(`${name} ${role ?? ''}`, language) : [],
    ),
  );
}
