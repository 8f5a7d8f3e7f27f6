import { overlaps, textAt } from '#core/article.ts';
import type { Objection } from '#core/claim.ts';
import { type Attribution, SHOWN_FROM_CONFIDENCE, type Source } from '#core/testimony.ts';
import { contentWords } from '#language/content-words.ts';
import { findQuotations } from '#language/find-quotations.ts';
import type { Subject } from './check.ts';
import data from './data/retelling.json' with { type: 'json' };
import saying from './data/saying.json' with { type: 'json' };
import telling from './data/telling.json' with { type: 'json' };
import titles from './data/titles.json' with { type: 'json' };
import { creditedAt } from './find-credited.ts';
import { findQuoted } from './find-quoted.ts';
import type { Ground } from './ground.ts';
import { hasSharedWord, tellingWords } from './may-speak-for.ts';
import { unknownWords } from './unknown-words.ts';
import { wordsOf } from './words-of.ts';

/**
 * Who bears what a point says: quoted words are not put beside somebody else's name, an outlet that stands between is named where the
 * source is, and nobody gets a role that the article does not give.
 */
export function checkBearers(subject: Subject, ground: Ground): Objection[] {
  return [...objectToQuoted(subject, ground), ...objectToOutlet(subject, ground), ...objectToRoles(subject, ground)];
}

/** The point names somebody, and not the one whose words it quotes. */
function objectToQuoted({ text }: Subject, ground: Ground): Objection[] {
  const quotations = findQuotations(text, ground.article.language);
  const around = quotations.reduceRight((rest, { outer }) => rest.slice(0, outer.start) + rest.slice(outer.end), text);
  const isNamedIn = ({ named, kind, name }: Source) => named && kind === 'person' && hasSharedWord(name, around);
  if (![...ground.sources.values()].some(isNamedIn)) return [];
  return quotations.flatMap(({ inner, depth, isClosed }) => {
    const words = textAt(text, inner);
    const place = depth === 0 && isClosed ? findQuoted(words, ground.letters) : null;
    if (place === null) return [];
    const holders = creditedAt(place, ground).flatMap(({ source }) => ground.sources.get(source) ?? []);
    const isTheirs =
      holders.length === 0 ||
      holders.some(
        ({ name, role, named, kind }) => !named || kind !== 'person' || hasSharedWord(`${name} ${role ?? ''}`, around),
      );
    if (isTheirs) return [];
    const whose = [...new Set(holders.map(({ name }) => name))].join(' and ');
    return [{ check: 'speaker', text: words, reason: `these are the words of ${whose}` }];
  });
}

const SAYS = new RegExp(`\\b(?:${[...new Set([...saying, ...telling])].join('|')})\\b|\\baccording to\\b`, 'iu');

/** From this share of a point's words on, a statement is the one that it tells. */
const SAME_STATEMENT = 0.5;

function objectToOutlet({ text, evidence }: Subject, ground: Ground): Objection[] {
  if (evidence === null || !SAYS.test(text)) return [];
  const { language } = ground.article;
  const stems = contentWords(text, language);
  const isTold = ({ id }: Attribution) => {
    const said = ground.saidStems.get(id) ?? new Set();
    return stems.filter((stem) => said.has(stem)).length >= stems.length * SAME_STATEMENT;
  };
  const here = [...ground.attributions.values()].filter(
    (one) =>
      one.confidence >= SHOWN_FROM_CONFIDENCE &&
      one.content.some((piece) => evidence.some((passage) => overlaps(piece, passage))) &&
      isTold(one),
  );
  const hidden = here.filter(({ source, via }) => {
    const bearer = ground.sources.get(source);
    const isNamedHere = via.some((outlet) =>
      evidence.some((passage) => hasSharedWord(outlet, textAt(ground.article.text, passage))),
    );
    const isLeftOut = isNamedHere && !via.some((outlet) => hasSharedWord(outlet, text));
    return isLeftOut && bearer !== undefined && hasSharedWord(bearer.name, text);
  });
  const [first] = hidden;
  if (first === undefined || hidden.length < here.length) return [];
  const outlets = first.via.join(' and ');
  return [{ check: 'speaker', text, reason: `it says who said this and leaves out that it came through ${outlets}` }];
}

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

function objectToRoles({ text }: Subject, ground: Ground): Objection[] {
  const { language } = ground.article;
  const known = (word: string) => ground.words.has(word) || unknownWords(word, ground).length === 0;
  const pattern = APPOSITIONS[language.slice(0, 2)];
  const appositions = (pattern === undefined ? [] : [...text.matchAll(pattern)]).flatMap(([, name = '', role = '']) => {
    const foreign =
      contentWords(role, language).length === 0
        ? []
        : wordsOf(role).filter((word) => isTelling(word, language) && !isKnown(word, ground));
    return foreign.length === 0 ? [] : [{ name, role }];
  });
  const titled = [...text.matchAll(TITLED)].flatMap(([whole, before = '']) => {
    const words = wordsOf(before).filter((word) => TITLES.has(word) && !COURTESIES.has(word));
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

function isTelling(word: string, language: string): boolean {
  return contentWords(word, language).length > 0 || TITLES.has(word);
}

/** The word or a form of it stands in the article. */
function isKnown(word: string, { words, article: { language }, stemPlaces }: Ground): boolean {
  if (words.has(word)) return true;
  return contentWords(word, language).some((stem) => stemPlaces.has(stem));
}
