import { contains, overlaps, type Span } from '#core/article.ts';
import type { Objection } from '#core/claim.ts';
import { type Attribution, SHOWN_FROM_CONFIDENCE } from '#core/testimony.ts';
import { contentWords } from '#language/content-words.ts';
import { findCredited } from '../credits/find-credited.ts';
import { type Credit, findCredits } from '../credits/find-credits.ts';
import { hasSharedWord, isOneKnown, isProperName, maySpeakFor, tellingWords } from '../credits/may-speak-for.ts';
import noNames from '../data/no-names.json' with { type: 'json' };
import outletWords from '../data/outlet-words.json' with { type: 'json' };
import type { Ground } from '../ground.ts';
import { sentenceAt } from '../support/retold-by.ts';
import { type Told, toldSentences } from '../support/told-sentences.ts';
import { plainWords, wordsOf } from '../words/words-of.ts';
import type { Subject } from './check.ts';

/** From this share of the words said on, a statement is taken for the one that is credited. */
const SAME_STATEMENT = 0.5;

/** A statement that holds this share of what the best one holds may be meant as well. */
const AS_GOOD = 0.8;

/** What is said in fewer content words may be said by many. */
const FEWEST_STEMS = 2;

const OUTLET_WORDS: ReadonlySet<string> = new Set(outletWords);

/**
 * Whom a point's own words credit is the source of the statement in its passages, and what came through an outlet is told
 * with it. English only, by its verbs.
 */
export function checkSource(subject: Subject, ground: Ground): Objection[] {
  if (!ground.article.language.startsWith('en')) return [];
  return toldSentences(subject, ground)
    .flatMap((told) => findCredits(told.text).flatMap((credit) => objectTo(credit, told, subject.text, ground)))
    .slice(0, 1);
}

function objectTo({ subjects, said }: Credit, told: Told, text: string, ground: Ground): Objection[] {
  const statements = statementsOf(said, told, ground);
  if (statements.length === 0) return [];
  const wrong = subjects.find(
    (subject) =>
      isSomebody(subject, ground) &&
      !statements.some((one) => isBy(subject, one, ground)) &&
      !isToldToo(subject, said, told, ground),
  );
  // What an inquest or a court heard, somebody told it.
  const isHeard = !told.isCited && !statements.some(({ source }) => ground.sources.get(source)?.kind === 'person');
  if (wrong !== undefined && !isHeard) {
    const names = [...new Set(statements.map(({ source }) => ground.sources.get(source)?.name ?? 'nobody'))];
    return [{ check: 'speaker', text: wrong, reason: `the passages credit this to ${names.join(' and ')}` }];
  }
  const isKept = statements.some(
    (one) =>
      one.via.length === 0 ||
      one.via.some((outlet) => hasSharedWord(outlet, text)) ||
      hasOutletWord(text) ||
      (!told.isCited && isInterview(one, ground)),
  );
  if (isKept || isToldWithout(told, statements, ground)) return [];
  const outlets = [...new Set(statements.flatMap(({ via }) => via))].join(' and ');
  return [{ check: 'outlet', text: told.text, reason: `the passages have this through ${outlets}, which is left out` }];
}

const TOLD_TO = /(?<![\p{L}])(?:told|tells|telling|interview with|sp(?:oke|eaking) (?:to|with)) (.{2,60})/gu;

/** Somebody with a name told it to the outlet itself, and stands for it: a claim that names them need not say to whom. */
function isInterview(statement: Attribution, ground: Ground): boolean {
  const source = ground.sources.get(statement.source);
  if (source === undefined || !source.named || source.kind !== 'person' || statement.via.length > 1) return false;
  return [...aroundOf(statement, ground).matchAll(TOLD_TO)].some(([, whom = '']) =>
    statement.via.some((outlet) => hasSharedWord(outlet, whom)),
  );
}

/** Cut from the article word for word, where its sentence does not name the outlet either. */
function isToldWithout({ text, given }: Told, statements: readonly Attribution[], { wording }: Ground): boolean {
  if (!wording.includes(` ${plainWords(text).join(' ')} `)) return false;
  return !statements.some(({ via }) => via.some((outlet) => given.some((one) => hasSharedWord(outlet, one.text))));
}

/** The statements of the passages that hold most of the words said, and those that hold nearly as many. */
function statementsOf(said: string, { places }: Told, ground: Ground): Attribution[] {
  const { language, sentences } = ground.article;
  const stems = contentWords(said, language);
  if (new Set(stems).size < FEWEST_STEMS) return [];
  const cited = places.map((place) => sentences[place]);
  const ranked = findCredited(stems, ground).filter(({ attribution }) =>
    attribution.content.some((piece) => cited.some((span) => span !== undefined && overlaps(span, piece))),
  );
  const best = ranked[0]?.share ?? 0;
  if (best < SAME_STATEMENT) return [];
  const close = ranked.filter(({ share }) => share >= best * AS_GOOD).map(({ attribution }) => attribution);
  return close.every(({ confidence }) => confidence >= SHOWN_FROM_CONFIDENCE) ? close : [];
}

/** Somebody whom the article has as a source, by name; or one of its groups and unnamed sources, by all words of the description. */
function isSomebody(subject: string, ground: Ground): boolean {
  const [head = subject] = subject.split(',');
  const telling = tellingWords(head);
  if (telling.length === 0 || NO_NAMES.has(head.trim().toLowerCase()) || CLAUSE.test(head)) return false;
  const isName = isProperName(head);
  return [...ground.sources.values()].some((source) => {
    if (isName) return maySpeakFor(head, source);
    const known = new Set(tellingWords(source.name));
    return !(source.named && source.kind === 'person') && telling.every((word) => known.has(word));
  });
}

/** What has a verb of its own is more than a name: "she collapsed in a field and her family". */
const CLAUSE = /\s(?:is|are|was|were|has|had|have|only|who|that|said|says|when|after|before)(?:\s|$)/u;

/** The passages have a statement of the one credited, and the point tells a good part of it. */
function isToldToo(subject: string, said: string, { places }: Told, ground: Ground): boolean {
  const { language, sentences } = ground.article;
  const stems = new Set(contentWords(said, language));
  const cited = places.map((place) => sentences[place]);
  return [...ground.attributions.values()].some((one) => {
    const own = [...(ground.saidStems.get(one.id) ?? [])];
    const told = own.filter((stem) => stems.has(stem)).length;
    if (told < FEWEST_STEMS || told < own.length * GOOD_PART) return false;
    const isCited = one.content.some((piece) => cited.some((span) => span !== undefined && overlaps(span, piece)));
    return isCited && isBy(subject, one, ground);
  });
}

const GOOD_PART = 0.4;

const NO_NAMES: ReadonlySet<string> = new Set(noNames);

function isBy(subject: string, statement: Attribution, ground: Ground): boolean {
  const source = ground.sources.get(statement.source);
  if (source === undefined || source.kind === 'unstated') return true;
  // "The young woman" may be "the student", and "the dissenting member" anybody of whom the article does not say what else they are.
  if (source.kind === 'person' && !source.named && isOneKnown(source.name) && !isElse(subject, source.name, ground)) {
    return true;
  }
  if (subject.split(',').some((part) => tellingWords(part).length > 0 && maySpeakFor(part, source))) return true;
  if (statement.via.some((outlet) => hasSharedWord(outlet, subject))) return true;
  const { text } = ground.article;
  if (source.mentions.some(({ start, end }) => hasSharedWord(text.slice(start, end), subject))) return true;
  return hasSharedWord(aroundOf(statement, ground), subject);
}

/** The article calls somebody by another office than this. */
function isElse(subject: string, office: string, { sources }: Ground): boolean {
  const meant = [...sources.values()].filter((one) => one.named && one.kind === 'person' && maySpeakFor(subject, one));
  return meant.some(({ role }) => role !== null && !hasSharedWord(role, office));
}

/** The words around a statement in its sentence; where a pronoun stands among them, whoever the sentences before name may be meant. */
function aroundOf({ content, cue }: Attribution, ground: Ground): string {
  const { text, sentences } = ground.article;
  const [piece] = content;
  const anchor: Span | undefined = cue ?? piece;
  const place = sentences.findIndex((span) => anchor !== undefined && contains(span, anchor));
  const span = sentences[place];
  if (span === undefined) return '';
  let around = '';
  for (let at = span.start; at < span.end; at += 1) {
    if (!content.some(({ start, end }) => start <= at && at < end)) around += text.charAt(at);
    else if (!around.endsWith(' ')) around += ' ';
  }
  if (!PRONOUN.test(around)) return around;
  const before = sentenceAt(place - 1, ground);
  return [around, before, PRONOUN.test(before) ? sentenceAt(place - 2, ground) : ''].join('\n');
}

const PRONOUN =
  /(?<![\p{L}’'])(?:he|she|it|they|his|her|its|their|one of them|the (?:paper|company|group|firm|man|woman|statement|agency|ministry|report|study|authors?))(?![\p{L}])/iu;

function hasOutletWord(text: string): boolean {
  return wordsOf(text).some((word) => OUTLET_WORDS.has(word));
}
