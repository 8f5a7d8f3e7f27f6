import { contentWords } from '#language/content-words.ts';
import { phrasePattern } from '#language/phrase-pattern.ts';
import words from '../data/none-words.json' with { type: 'json' };
import { IN_MIND, NEAR, type Neighbours, PLAIN } from './overlap-of.ts';
import type { Statement } from './read-statements.ts';
import { isSaid } from './takes-up.ts';

/** "No sign of drone debris at the site", "no report of a flood had been made": what there was no sign of. */
const NO_SIGN = phrasePattern('anywhere', ['no <signs> of'], words);
const ARTICLE = /^ (?:an? |any |the )?/iu;
/** Behind these the thing itself is told. */
const WHERE: ReadonlySet<string> = new Set(words.where);
const THING_WORDS = 3;

const UNHURT = phrasePattern('anywhere', words.unhurt);
const HURT: ReadonlySet<string> = new Set(words.hurt);

/** "No unopened package": a thing of two words, of which there is none. */
const NO_THING = /\bno (\p{L}{3,} \p{L}{3,})\b/giu;

/** Two statements, one of which says that there is none of what the other tells of: a sign, a casualty, a thing. */
export function isNoneOfIt(a: Statement, b: Statement, neighbours: Neighbours): boolean {
  return leavesNone(a, b, neighbours) || leavesNone(b, a, neighbours);
}

function leavesNone(no: Statement, yes: Statement, { isNext }: Neighbours): boolean {
  if (!no.isNegated || yes.isNegated) return false;
  const distance = Math.abs(yes.place - no.place);
  if (distance <= IN_MIND && UNHURT.test(no.text) && yes.plain.some((word) => HURT.has(word)) && hasCount(yes))
    return true;
  if (!isNext || distance > NEAR) return false;
  return isSignOf(no, yes) || isThingOf(no, yes);
}

/** Somebody counts the dead. */
function hasCount({ figures }: Statement): boolean {
  return figures.some(({ kind }) => kind === 'number');
}

function isSignOf({ text }: Statement, yes: Statement): boolean {
  const sign = NO_SIGN.exec(text);
  if (sign === null) return false;
  const behind = text
    .slice(sign.index + sign[0].length)
    .replace(ARTICLE, '')
    .split(/[^\p{L}-]+/u, THING_WORDS);
  const where = behind.findIndex((word, at) => at > 0 && WHERE.has(word.toLowerCase()));
  const thing = behind.slice(0, where < 0 ? THING_WORDS : where).join(' ');
  return contentWords(thing, 'en').some((word) => !PLAIN.has(word) && isSaid(word, yes));
}

function isThingOf({ text }: Statement, yes: Statement): boolean {
  const line = ` ${yes.plain.join(' ')} `;
  return [...text.toLowerCase().matchAll(NO_THING)].some(
    ([, thing = '']) => contentWords(thing, 'en').length > 1 && line.includes(` ${thing} `),
  );
}
