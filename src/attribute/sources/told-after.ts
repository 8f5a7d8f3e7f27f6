import { phrasePattern } from '#language/phrase-pattern.ts';
import settings from '../data/settings-en.json' with { type: 'json' };
import type { Statement } from '../statement.ts';
import type { Bearer } from './bearer.ts';
import type { Memory } from './memory.ts';
import { outletsOf } from './outlet-chain.ts';

const SAID_SO = phrasePattern('front', settings.after, { words: settings.words });
const PRONOUN = /^(?:he|she|they|his|her|their|the|these|those)\b/i;

/**
 * The outlet that the sentence after a statement tells of: "… She was speaking on The Long Table, a podcast", "Her remarks, in an interview
 * with Radio Keim, …". None where that sentence is about somebody else, or holds words of its own.
 */
export function toldAfter({ scan, roster }: Memory, statement: Statement, bearer: Bearer): readonly string[] {
  const [here, next] = [scan.units[statement.unit], scan.units[statement.unit + 1]];
  if (here === undefined || next === undefined || here.paragraph !== next.paragraph || bearer.kind === 'unstated')
    return [];
  const words = scan.text.slice(next.span.start, next.span.end);
  if (!SAID_SO.test(words) || /[“"]/.test(words)) return [];
  const name = bearer.name.split(' ').at(-1) ?? '';
  if (!PRONOUN.test(words) && !words.slice(0, NAME_REACH).includes(name)) return [];
  return outletsOf(
    scan,
    roster,
    next,
    ({ span, isTold, isAccording }) => !isTold && !isAccording && span.start - next.span.start < REACH,
  );
}

/** Characters into the sentence: where its subject ends, and where the outlet begins at last. */
const NAME_REACH = 40;
const REACH = 110;
