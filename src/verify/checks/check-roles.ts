import type { Objection } from '#core/claim.ts';
import { contentWords } from '#language/content-words.ts';
import { tellingWords } from '../credits/may-speak-for.ts';
import data from '../data/retelling.json' with { type: 'json' };
import titles from '../data/titles.json' with { type: 'json' };
import type { Ground } from '../ground.ts';
import { unknownWords } from '../words/unknown-words.ts';
import { wordsOf } from '../words/words-of.ts';
import type { Subject } from './check.ts';

const TITLES: ReadonlySet<string> = new Set(titles);
const COURTESIES: ReadonlySet<string> = new Set(data.courtesies);

const NAME = "\\p{Lu}[\\p{L}\\p{M}’'-]{1,40}";

/** "Ida Holm, a former engineer of the harbour," up to the first preposition, in the languages whose articles are known here. */
const APPOSITIONS: Readonly<Record<string, RegExp>> = {
  en: apposition('an?|the|its|their|his|her', 'of|at|in|for|with|who|from|to'),
  de: apposition('ein|eine|der|die', 'von|bei|der|des|im|in|für'),
  fr: apposition('le|la|une?|ancien|ancienne', 'de|du|des|qui|à'),
};

function apposition(articles: string, ends: string): RegExp {
  return new RegExp(`(${NAME}(?: ${NAME}){0,3}), (?:${articles}) ([^,.;]{2,80}?)(?= (?:${ends})\\b|[,.;])`, 'gu');
}

/** "Deputy mayor Ida Holm": up to three words before a name of two. */
const TITLED = new RegExp(`((?:[\\p{L}-]+ ){1,3})(?=${NAME} ${NAME})`, 'gu');

/** Nobody gets a role that the article does not give. */
export function checkRoles({ text, evidence }: Subject, ground: Ground): Objection[] {
  const { language } = ground.article;
  const known = (word: string) => ground.words.has(word) || unknownWords(word, ground).length === 0;
  const pattern = APPOSITIONS[language.slice(0, 2)];
  const appositions = (pattern === undefined ? [] : [...text.matchAll(pattern)]).flatMap(([, name = '', role = '']) => {
    if (contentWords(role, language).length === 0 || (evidence === null && CLAUSE.test(role))) return [];
    const telling = wordsOf(role).filter((word) => isTelling(word, language));
    const foreign = telling.filter((word) => !isKnown(word, ground));
    // "The union's head" of whoever leads it: without passages, what is known of the role tells whose it is.
    const isOther = evidence === null ? foreign.length === telling.length && !isLeading(telling) : foreign.length > 0;
    return isOther ? [{ name, role }] : [];
  });
  const titled = [...text.matchAll(TITLED)].flatMap(([whole, before = '']) => {
    // "The head of the Quay Union": no title of the union's.
    if (/\bof\b/iu.test(before)) return [];
    const words = wordsOf(before).filter((word) => TITLES.has(word) && !COURTESIES.has(word));
    // "Former Harbour Town striker Ida Holm": what stands before a place or a club is said of somebody else.
    if (words.every((word) => ONCE.has(word))) return [];
    const foreign = words.filter((word) => !ground.words.has(word) && !isKnown(word, ground));
    return foreign.length === 0
      ? []
      : [
          {
            name: text
              .slice(text.indexOf(whole) + whole.length)
              .split(' ')
              .slice(0, 2)
              .join(' '),
            role: before.trim(),
          },
        ];
  });
  return [...appositions, ...titled]
    .filter(({ name }) => tellingWords(name).some(known))
    .map(({ name, role }) => ({ check: 'names', text: role, reason: `the article does not call ${name} “${role}”` }));
}

/** A sentence of its own, which no role is. */
const CLAUSE = /\s(?:who|whom|whose|which|that|is|was|has|had|will|would|could|may)\s/iu;

/** What goes before a title and is none by itself. */
const ONCE: ReadonlySet<string> = new Set(['former', 'ex', 'late', 'then', 'deputy', 'chief']);

const LEADING: ReadonlySet<string> = new Set(data.leading);

/** "Head", "boss": an article that says "leads" has it in other words. */
function isLeading(words: readonly string[]): boolean {
  return words.every((word) => LEADING.has(word));
}

function isTelling(word: string, language: string): boolean {
  return contentWords(word, language).length > 0 || TITLES.has(word);
}

/** The word or a form of it stands in the article. */
function isKnown(word: string, { words, article: { language }, stemPlaces }: Ground): boolean {
  if (words.has(word)) return true;
  return contentWords(word, language).some((stem) => stemPlaces.has(stem));
}
