import type { Objection } from '#core/claim.ts';
import { isProperName, tellingWords } from '../credits/may-speak-for.ts';
import doing from '../data/doing.json' with { type: 'json' };
import noNames from '../data/no-names.json' with { type: 'json' };
import objectEnds from '../data/object-ends.json' with { type: 'json' };
import type { Ground } from '../ground.ts';
import { sentencesOf } from '../sentences-of.ts';
import { retoldBy, sentenceAt } from '../support/retold-by.ts';
import { findInitialisms } from '../words/find-initialisms.ts';
import { unknownWords } from '../words/unknown-words.ts';
import { wordsOf } from '../words/words-of.ts';
import type { Subject } from './check.ts';

/** Words after a verb in which the one to whom it is done is named. */
const OBJECT_WORDS = 4;

const NAME = "\\p{Lu}[\\p{L}\\p{M}’'-]{1,40}";

/** The first verb that one does to another by speaking, with whoever stands right before it: "Holm accused", "the board has told". */
const DEED = new RegExp(
  `(?<![\\p{L}])((?:${NAME} ){0,3}${NAME}|[Tt]he \\p{L}{2,40})(?:, [^,.]{1,60},)? (?:(?:has|had|have|also|later|then|again) ){0,2}(${doing.join('|')})(?![\\p{L}])`,
  'u',
);

type Deed = {
  readonly doer: string;
  readonly verb: string;
  /** Telling words of all that stands before the verb, and of the first words after it. */
  readonly before: ReadonlySet<string>;
  readonly after: ReadonlySet<string>;
};

/**
 * Who did it to whom by speaking is as the article's sentence has it: the two have not changed places, and nobody else
 * does it. English only; a pronoun or a description in the article's sentence may mean anybody, and is no ground.
 */
export function checkDoer({ text }: Subject, ground: Ground): Objection[] {
  const { language } = ground.article;
  if (!language.startsWith('en')) return [];
  for (const sentence of sentencesOf(text, language)) {
    const claimed = findDeed(sentence);
    if (claimed === null) continue;
    const places = retoldBy(sentence, ground);
    const given = places
      .map((place) => ({ place, deed: findDeed(sentenceAt(place, ground)) }))
      .filter(({ deed }) => deed?.verb === claimed.verb);
    const [first] = given;
    if (given.length !== 1 || first === undefined || first.deed === null) continue;
    const around = `${sentenceAt(first.place - 1, ground)} ${sentenceAt(first.place, ground)}`;
    const isKnown = unknownWords(claimed.doer, ground).length === 0;
    const isAnother = isKnown && isOther(claimed.doer, first.deed.doer, around);
    if (!areSwapped(claimed, first.deed) && !isAnother) continue;
    const reason = `the article has “${first.deed.doer} ${first.deed.verb}”`;
    return [{ check: 'speaker', text: `${claimed.doer} ${claimed.verb}`, reason }];
  }
  return [];
}

function findDeed(sentence: string): Deed | null {
  const found = DEED.exec(sentence);
  const [words = '', doer = '', verb = ''] = found ?? [];
  if (found === null || noNames.includes(doer.toLowerCase())) return null;
  const end = found.index + words.length;
  return {
    doer,
    verb,
    before: new Set(tellingWords(sentence.slice(0, end - verb.length))),
    after: new Set(tellingWords(objectOf(sentence.slice(end)))),
  };
}

/** The words up to a preposition, a "that" or a mark: "the ministry" of "the ministry of hiding it". */
function objectOf(rest: string): string {
  const words = rest
    .trimStart()
    .split(/\s+/u, OBJECT_WORDS + 1)
    .slice(0, OBJECT_WORDS);
  const end = words.findIndex((word) => ENDS.has(word.toLowerCase()) || /^["“‘']/u.test(word));
  return words.slice(0, end < 0 ? words.length : end).join(' ');
}

const ENDS: ReadonlySet<string> = new Set(objectEnds);

function areSwapped(claimed: Deed, given: Deed): boolean {
  const doer = tellingWords(claimed.doer);
  const meets = (some: Iterable<string>, others: ReadonlySet<string>) => [...some].some((word) => others.has(word));
  return (
    meets(doer, given.after) &&
    meets(claimed.after, given.before) &&
    !meets(doer, given.before) &&
    !meets(claimed.after, given.after)
  );
}

/** Two names, and the one that the claim has stands neither in the article's sentence nor in the one before. */
function isOther(claimed: string, given: string, around: string): boolean {
  if (!isProperName(claimed) || !isProperName(given)) return false;
  const words = { words: new Set(wordsOf(around)), initialisms: findInitialisms(around), spelled: '' };
  const telling = tellingWords(claimed);
  return telling.length > 0 && telling.every((word) => unknownWords(word, words).length > 0);
}
