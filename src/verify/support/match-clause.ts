import { contentWords } from '#language/content-words.ts';
import { plainWords } from '../words/words-of.ts';
import type { GivenClause, Told } from './told-sentences.ts';

/** From this share of a sentence's content words on, a clause of the article is what the sentence retells. */
const RETOLD = 0.6;

/** Fewer content words ("has said", "it rains") stand in any sentence, unless the one is a long one. */
const FEWEST_STEMS = 2;
const LONG_STEM = 6;

/** Of so many content words one may be in another form: "found" for "find". */
const MANY_STEMS = 3;
const MOSTLY = 0.7;

/** Another clause that holds this share of the shared words may be meant as well. */
const AS_GOOD = 0.75;

/** Content words on either side of a cue that it turns. */
const REACH = 3;

type Turned = { readonly clause: GivenClause; readonly cue: string };

/**
 * The given clauses with a cue (a "not", a "plans to") that a sentence retells: they hold most of its content words, or it
 * holds all of theirs. Not those whose cue turns other words, nor where the same words stand in a clause without a cue.
 */
export function turnedClauses(
  { stems, clauses }: Told,
  language: string,
  findCue: (text: string) => string | null,
  isTurnedThere: (clause: GivenClause) => boolean = () => true,
): Turned[] {
  if (stems.size < FEWEST_STEMS) return [];
  const plain = clauses.filter(({ text }) => findCue(text) === null);
  return clauses.flatMap((clause) => {
    const cue = findCue(clause.text);
    if (cue === null) return [];
    const own = new Set([...clause.stems].filter((stem) => !contentWords(cue, language).includes(stem)));
    const shared = [...own].filter((stem) => stems.has(stem));
    const isTold = shared.length >= stems.size * RETOLD || isAllTold(shared, own);
    if (!isTold || !isBeside(cue, clause.text, stems, language) || !isTurnedThere(clause)) return [];
    const most = Math.max(0, ...plain.map((other) => shared.filter((stem) => other.stems.has(stem)).length));
    return most >= shared.length * AS_GOOD ? [] : [{ clause, cue }];
  });
}

function isAllTold(shared: readonly string[], own: ReadonlySet<string>): boolean {
  if (shared.length >= MANY_STEMS && shared.length >= own.size * MOSTLY) return true;
  if (shared.length !== own.size) return false;
  return shared.length >= FEWEST_STEMS || shared.some((stem) => stem.length >= LONG_STEM);
}

/** English has what it turns after it; other languages on either side. */
function isBeside(cue: string, clause: string, stems: ReadonlySet<string>, language: string): boolean {
  const line = ` ${plainWords(clause).join(' ')} `;
  const at = line.indexOf(` ${cue} `);
  const after = contentWords(line.slice(at + cue.length + 1), language).slice(0, REACH);
  const before = language.startsWith('en') ? [] : contentWords(line.slice(0, at + 1), language).slice(-REACH);
  // Who is named beside a "not" is not what it turns round.
  const names = language.startsWith('en') ? namesIn(clause, language) : new Set();
  return [...before, ...after].some((stem) => stems.has(stem) && !names.has(stem));
}

function namesIn(clause: string, language: string): ReadonlySet<string> {
  return new Set(contentWords((clause.match(/(?<!^)(?<![\p{L}])\p{Lu}[\p{L}\p{M}]+/gu) ?? []).join(' '), language));
}
