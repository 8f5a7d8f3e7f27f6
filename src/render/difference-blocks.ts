import { type Article, overlaps, textAt } from '#core/article.ts';
import type { Briefing, Disagreement } from '#core/briefing.ts';
import type { Block } from '#core/card.ts';
import type { Attribution } from '#core/testimony.ts';
import { colouredVerb, creditLine, sourceLabel } from './credit.ts';
import bareWords from './data/bare-words.json' with { type: 'json' };
import { shorten } from './shorten.ts';

/** Longer passages are cut at a word for the overview; the full ones are a command away. */
const LONGEST_PASSAGE = 240;

/** What is denied, where it stands in a line with others. */
const LONGEST_DENIED = 120;

/** Fewer words than this say nothing outside their sentence. */
const FEWEST_WORDS = 4;

/** Words that begin with as many letters are of one matter: "inspector", "inspection". */
const SAME_BEGINNING = 5;

/** That two sentences share one of these says nothing. Only long ones are listed: shorter words than `LONG_WORD` finds are not looked at. */
const BARE_WORDS = new Set(bareWords.en);
const NEGATIONS = new Set(bareWords.negations);
const LONG_WORD = /[\p{L}\p{N}]{4,}/gu;

/**
 * Where accounts differ, each side as a passage of the article: they are its words, not points of ours. Whole sentences, for a
 * statement cut out of one may be no more than "it" or "the charge"; a sentence that bears several sides is not repeated for each,
 * they stand in their own words of it. `most`: how many matters are told; the others are named.
 */
export function differenceBlocks(briefing: Briefing, most = Number.POSITIVE_INFINITY): Block[] {
  const { disagreements, article } = briefing;
  const told = disagreements.slice(0, most);
  const statements = told.flatMap(({ sides }) => sides.map((side) => statementOf(side, briefing)));
  const sentences = statements.map((statement) => sentenceOf(statement, article));
  const shown = new Set<string>();
  const wordsFor = (statement: Attribution | undefined): string => {
    const sentence = sentenceOf(statement, article);
    const words = wordsOf(statement, article);
    const isShared = sentences.filter((other) => other === sentence).length > 1;
    const standsAlone = words.split(/\s+/).length >= FEWEST_WORDS;
    const text = isShared && (standsAlone || shown.has(sentence)) ? words : sentence;
    shown.add(text);
    return text;
  };
  const blocks = told.flatMap((disagreement): Block[] => [
    { kind: 'heading', text: headingOf(disagreement, briefing), detail: null },
    ...disagreement.sides.map((side): Block => {
      const source = briefing.sources.find(({ id }) => id === side.source);
      const [first] = side.attributions;
      const credit = first === undefined ? null : creditLine([first], briefing, article);
      return {
        kind: 'passage',
        text: shorten(oneLine(wordsFor(statementOf(side, briefing))), LONGEST_PASSAGE),
        credit: credit ?? (source === undefined ? null : sourceLabel(source)),
      };
    }),
  ]);
  return [...blocks, ...othersNote(disagreements.slice(told.length), briefing)];
}

/**
 * A denial is said by whoever denies, and what is denied stands under it; a single word in the heading would only be a riddle. That
 * two accounts differ is byline's own reading, and nobody's word: it says so.
 */
function headingOf({ about, sides }: Disagreement, briefing: Briefing): string {
  if (!isDenied(sides, briefing)) {
    // "Estate" alone says nothing; that it is about how much or how many does.
    const isFigure = !about.includes(' ') && sides.every((side) => hasFigure(side, briefing));
    return `Accounts differ${isFigure ? ' on a figure' : ''}: ${about}`;
  }
  return about.includes(' ') ? `Denied: ${about}` : 'Denied';
}

/**
 * What there was no room for, in one line: who denies which words of whom, or on what accounts differ. Where a denial does not speak of
 * the other's words, each stands for itself: that the one answers the other is then for the reader to say.
 */
function othersNote(others: readonly Disagreement[], briefing: Briefing): Block[] {
  if (others.length === 0) return [];
  const lines = others.map(({ about, sides }) => {
    const denying = sides.find((side) => isDenial(side, briefing));
    const denied = sides.find((side) => !isDenial(side, briefing));
    if (denying === undefined || denied === undefined) return `${whoDiffer(sides, briefing)} differ on ${about}`;
    const [who, by] = [nameOf(denying.source, briefing), nameOf(denied.source, briefing)];
    const statement = statementOf(denied, briefing);
    const words = oneLine(wordsOf(statement, briefing.article));
    if (!isDenied([denying, denied], briefing)) {
      const own = oneLine(wordsOf(statementOf(denying, briefing), briefing.article));
      return `${by}: ${quote(words)}; ${who}${saysNoItself(own) ? '' : ' denies'}: ${quote(own)}`;
    }
    if (words.split(' ').length < FEWEST_WORDS) return `${who} denies what ${by} says`;
    const quoted = quote(words);
    const opensWithVerb = statement !== undefined && verbBefore(statement, briefing.article) !== null;
    return opensWithVerb ? `${by} ${quoted}, which ${who} denies` : `${who} denies what ${by} says: ${quoted}`;
  });
  return [{ kind: 'note', text: `Also: ${lines.join('; ')}` }];
}

type Side = Disagreement['sides'][number];

function isDenial(side: Side, briefing: Briefing): boolean {
  return statementOf(side, briefing)?.stance === 'denies';
}

/** Whether one side denies what another says: in so few words that they can only point back at it, or with a word of it. */
function isDenied(sides: readonly Side[], briefing: Briefing): boolean {
  return sides.some((denying) => {
    if (!isDenial(denying, briefing)) return false;
    const denied = oneLine(wordsOf(statementOf(denying, briefing), briefing.article));
    if (denied.split(' ').length < FEWEST_WORDS) return true;
    if (saysNoItself(denied)) return false;
    const begun = beginningsOf(denied);
    const others = sides.filter((side) => side !== denying).map((side) => statementOf(side, briefing));
    return others.some((other) => !beginningsOf(sentenceOf(other, briefing.article)).isDisjointFrom(begun));
  });
}

/** "No date has been set": the words tell what is so, and not what is denied. */
function saysNoItself(words: string): boolean {
  return NEGATIONS.has(words.toLowerCase().match(/\p{L}+/u)?.[0] ?? '');
}

function beginningsOf(words: string): Set<string> {
  const long = words.toLowerCase().match(LONG_WORD) ?? [];
  return new Set(long.filter((word) => !BARE_WORDS.has(word)).map((word) => word.slice(0, SAME_BEGINNING)));
}

function hasFigure(side: Side, briefing: Briefing): boolean {
  return /\d/.test(wordsOf(statementOf(side, briefing), briefing.article));
}

/** Nothing stands under the line that would tell whose accounts they are. */
function whoDiffer(sides: readonly Side[], briefing: Briefing): string {
  const names = new Set(sides.map(({ source }) => nameOf(source, briefing)));
  return names.size === 2 ? [...names].join(' and ') : 'accounts';
}

function nameOf(source: Side['source'], { sources }: Briefing): string {
  const found = sources.find(({ id }) => id === source);
  return found === undefined || found.kind === 'unstated' ? 'one account' : found.name;
}

function statementOf({ attributions: [first] }: Side, { attributions }: Briefing): Attribution | undefined {
  return attributions.find(({ id }) => id === first);
}

function sentenceOf(statement: Attribution | undefined, article: Article): string {
  const [piece] = statement?.content ?? [];
  const sentence = piece === undefined ? undefined : article.sentences.find((span) => overlaps(span, piece));
  return sentence === undefined ? wordsOf(statement, article) : textAt(article.text, sentence);
}

/** What is said, behind the article's own verb where that does more than report: "accused the government of hiding …" is no phrase without it. */
function wordsOf(statement: Attribution | undefined, article: Article): string {
  if (statement === undefined) return '';
  const said = statement.content.map((span) => textAt(article.text, span)).join(' … ');
  const verb = verbBefore(statement, article);
  return verb === null ? said.replace(/^of (?=\p{Ll}+ing\b)/u, '') : `${verb}${said}`;
}

/** "Called that “fiction”", "accused him of hiding it": what "that" is, and "of" what, the words before it tell at least in part. */
const LEANS_BACK = /^(?:that|this|it|them|these|those|him|her|of)\b/iu;

/** Between a verb and what is said nobody but whom it is said to or of: "accused the old union of", not "was accused by the union of". */
const BESIDE = /^ (?:(?!by )[^.,;:“”"‘]{1,40} )?$/u;

/**
 * The verb that colours what is said, or that what is said cannot be read without, and what stands between it and the words; null where
 * neither is so, or other things stand between.
 */
function verbBefore(statement: Attribution, article: Article): string | null {
  const { cue, content } = statement;
  const [piece] = content;
  if (cue === null || piece === undefined) return null;
  const leansBack = LEANS_BACK.test(textAt(article.text, piece));
  if (!leansBack && colouredVerb(statement, article) === null) return null;
  const between = article.text.slice(cue.end, piece.start);
  const isBeside = leansBack ? BESIDE.test(between) : between === ' ';
  return isBeside ? textAt(article.text, { start: cue.start, end: piece.start }) : null;
}

function quote(words: string): string {
  return `“${inSingleMarks(shorten(words, LONGEST_DENIED))}”`;
}

/** Words in marks that stand within ours. */
function inSingleMarks(words: string): string {
  return words.replace(/(?<=^|[\s([—–-])["“]/gu, '‘').replace(/["“”]/gu, '’');
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}
