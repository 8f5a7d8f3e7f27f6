import { phrasePattern } from '#language/phrase-pattern.ts';
import settings from '../data/settings-en.json' with { type: 'json' };
import times from '../data/times-en.json' with { type: 'json' };
import type { Scan, Unit } from '../scan-article.ts';
import type { Statement } from '../statement.ts';
import type { Bearer } from './bearer.ts';
import { describeSource } from './describe-source.ts';
import type { Memory } from './memory.ts';
import { nounKind } from './noun-kind.ts';
import { outletOfPaper, outletsOf } from './outlet-chain.ts';
import { holderIn, settingsIn } from './settings-in.ts';

/** A statement with its source and its outlets. `isNested`: it stands in what another source says. */
type Relayed = {
  readonly statement: Statement;
  readonly bearer: Bearer;
  readonly via: readonly string[];
  readonly isNested: boolean;
};

const { medium, sitting, part, paper, occasion } = settings;
const LISTS = { medium, sitting, part, paper, occasion, weekday: times.weekdays };
/** "In the same interview", "in an episode released on Sunday": the outlet that was named last. */
const AGAIN = phrasePattern('anywhere', settings.again, LISTS);
/** "In the interview with the police": another one. */
const WITH_ANOTHER = /^\s(?:with|for|between)\s/;
/** "In it she writes": the paper that was told of before. */
const OF_PAPER = phrasePattern('front', settings['of paper'], LISTS);
/** "On Wednesday he denied", "asked outside the court": another day or another place ends an interview. */
const ELSEWHERE = phrasePattern('front', settings.elsewhere, LISTS);
/** "Said in a statement", "told the jury by telephone": said on another occasion. */
const OCCASION = phrasePattern('anywhere', settings.occasions, LISTS);

/** "She would not say": whoever says nothing there is still in the interview. */
const STAYS = phrasePattern('front', settings.staying);

/** Paragraphs between two statements of one interview. */
const SAME_INTERVIEW = 1;
/** Of the statements before, so many are asked. */
const NEAR_AT_MOST = 12;

/**
 * The outlets of what was said before, where this goes on with it: the next words of an interview, "it adds" of a memo that a
 * newspaper saw, what another says "on the same programme", and what somebody says in the sentence after "Ana Ruiz spoke to
 * Radio Keim". Nobody declines to an outlet what they did not say to it. `settled`: the statements before.
 */
export function carryOutlets(
  memory: Memory,
  statement: Statement,
  bearer: Bearer,
  settled: readonly Relayed[],
): readonly string[] {
  const { scan } = memory;
  const unit = scan.units[statement.unit];
  if (unit === undefined || statement.cited !== null || bearer.kind === 'unstated' || isBreach(scan, statement))
    return [];
  const near = settled.slice(-NEAR_AT_MOST).filter((other) => !other.isNested && isNear(scan, unit, other.statement));
  const last = near.at(-1) ?? null;
  const sentence = sentenceBefore(scan, statement);
  if (!near.some(({ via }) => via.length > 0) && (sentence === null || !namesOutlet(scan, sentence))) return [];
  const around = wordsAround(scan, unit, statement);
  const again = AGAIN.exec(around);
  if (again !== null && !WITH_ANOTHER.test(around.slice(again.index + again[0].length))) {
    const before = near.findLast(({ via }) => via.length > 0);
    return before?.via ?? metIn(memory, sentence);
  }
  const isNew = last?.statement.unit !== statement.unit;
  // Whom somebody told this, if not an outlet, is another occasion.
  if (isNew && (statement.addressee !== null || ELSEWHERE.test(around) || OCCASION.test(around))) return [];
  // "“…,” she told Radio Keim then": what a later paragraph goes on with is not told at that time.
  if (last !== null && isLongAgo(scan, last.statement, statement)) return [];
  const goesOn = last !== null && last.via.length > 0 && isSame(memory, statement, bearer, last, near);
  if (goesOn) return last.via;
  if ((bearer.kind === 'person' || bearer.kind === 'document') && OF_PAPER.test(around)) {
    if (last !== null && last.via.length > 0 && last.bearer.kind === 'document') return last.via;
    const handed = sentence === null ? [] : outletOfPaper(scan, memory.roster, sentence);
    if (handed.length > 0) return handed;
  }
  if (sentence === null || last?.statement.unit === statement.unit - 1) return [];
  // "Ana Ruiz spoke to Radio Keim", or "Ana Ruiz lost no time. In an interview with Radio Keim she …".
  const isMeant = /\b(?:he|she)\b/i.test(scan.text.slice(sentence.span.start, sentence.span.end));
  const from = isMeant ? (scan.article.paragraphs[unit.paragraph]?.start ?? sentence.span.start) : sentence.span.start;
  const isThere = bearer.entity?.mentions.some(({ span }) => span.start >= from && span.end <= sentence.span.end);
  return isThere === true ? metIn(memory, sentence) : [];
}

/** Whether a statement was made at another time than the article tells of, in a paragraph before. */
function isLongAgo(scan: Scan, before: Statement, { unit }: Statement): boolean {
  const told = scan.units[before.unit];
  return (
    told !== undefined && told.paragraph !== scan.units[unit]?.paragraph && THEN.test(wordsAround(scan, told, before))
  );
}

const THEN = /\b(?:then|at the time|back then|that (?:day|week|month|year))[,.]?\s*$/i;

/** "Declined to comment", "did not respond": a refusal that is told of by itself. "She would not say" belongs to the interview. */
function isBreach({ text }: Scan, { stance, cue }: Statement): boolean {
  return stance === 'declines' && (cue === null || !STAYS.test(text.slice(cue.start, cue.end)));
}

/** Whether a statement before may be of the same interview. */
function isNear({ units }: Scan, { paragraph }: Unit, before: Statement): boolean {
  const apart = paragraph - (units[before.unit]?.paragraph ?? Number.NEGATIVE_INFINITY);
  return apart >= 0 && apart <= SAME_INTERVIEW;
}

/** The words of a sentence without what is said in it. */
function wordsAround({ text }: Scan, { span }: Unit, { content }: Statement): string {
  let words = '';
  let at = span.start;
  for (const piece of content) {
    words += text.slice(at, Math.max(at, piece.start));
    at = Math.max(at, piece.end);
  }
  return (words + text.slice(at, Math.max(at, span.end))).trimStart();
}

/** The sentence before, if it belongs to the same paragraph. */
function sentenceBefore({ units }: Scan, statement: Statement): Unit | null {
  const before = units[statement.unit - 1];
  return before !== undefined && before.paragraph === units[statement.unit]?.paragraph ? before : null;
}

/** Whether an outlet may stand in a sentence. */
function namesOutlet(scan: Scan, unit: Unit): boolean {
  return settingsIn(scan, unit).length > 0 || holderIn(scan, unit) !== null;
}

/** Whom somebody met in a sentence. */
function metIn({ scan, roster }: Memory, unit: Unit | null): readonly string[] {
  return unit === null ? [] : outletsOf(scan, roster, unit, ({ isMeeting }) => isMeeting);
}

/** Whether the one who speaks is the one who spoke last, or was in what all of them said to one outlet. */
function isSame(
  { scan }: Memory,
  statement: Statement,
  bearer: Bearer,
  last: Relayed,
  near: readonly Relayed[],
): boolean {
  if (last.bearer.key === bearer.key) return true;
  // "Her agent told Radio Keim …. “She is in bed,” Petra Holm said in an episode …. The agent added": the same programme.
  const own = near.findLast((other) => other.bearer.key === bearer.key);
  const chain = last.via.join();
  if (own !== undefined) return near.slice(near.indexOf(own)).every(({ via }) => via.join() === chain);
  const source = statement.source?.span;
  const isNext = statement.unit - last.statement.unit <= 1;
  if (
    source === undefined ||
    !isNext ||
    scan.units[statement.unit]?.paragraph !== scan.units[last.statement.unit]?.paragraph
  )
    return false;
  // "Two workers told the Courier …. One of them said": one of those.
  if (last.bearer.kind === 'group' && ONE_OF_THEM.test(scan.text.slice(source.start, source.end))) return true;
  return isAnotherWord(scan.text.slice(source.start, source.end), bearer, last.bearer);
}

const ONE_OF_THEM =
  /^(?:all|both|each|neither|one|some|the (?:first|second|other|third))(?: of (?:them|the \p{L}+))?$/iu;

/** "The Italian", "the retired officer": another word for the one who was just quoted. */
function isAnotherWord(words: string, bearer: Bearer, before: Bearer): boolean {
  if (before.kind !== 'person' && before.kind !== 'group') return false;
  if (!/^the\s/i.test(words) || words.split(/\s+/).length > ANOTHER_WORD) return false;
  const known = bearer.entity?.mentions.length ?? 0;
  const { head } = describeSource(words);
  const isOrigin = ORIGIN.test(words) && known <= 1 && bearer.entity?.isOutlet !== true;
  if (isOrigin && !NO_ORIGIN.has(head)) return before.kind === 'person';
  // "The friend": of two without a name it is the one; behind a name it may be anybody.
  return !before.named && !bearer.named && nounKind(head) === 'person';
}

/** "The Italian", "the Liberal Democrat": what somebody is by where they are from, or whom they are with. */
const ORIGIN = new RegExp(`\\s\\p{Lu}\\p{L}*(?:${settings.origins.endings.join('|')})$`, 'u');
const NO_ORIGIN: ReadonlySet<string> = new Set(settings.origins.not);

/** Such a phrase has few words, "the" among them. */
const ANOTHER_WORD = 3;
