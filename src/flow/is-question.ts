import peopleTalk from './data/people-talk.json' with { type: 'json' };
import questionWords from './data/question-words.json' with { type: 'json' };

const QUESTION_WORDS = new Set<string>(questionWords);

/** Ends with a question mark of any script, whatever closing marks or signs follow it. */
const ENDS_ASKING = /[?？؟՞;፧⁇⸮][\p{P}\p{S}\s]*$/u;
const LETTER = /\p{L}/u;
/** Scripts that put no spaces between words: there a question cannot be counted in words. */
const SPACELESS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const THANKS =
  /^(?:many |ok(?:ay)?,? )?(?:thanks|thank you|thx|ty|cheers|danke|merci|gracias|grazie|obrigad[oa]|bedankt)\b/iu;

/** Nobody asks in more, and whoever sends a flood of signs is not to hold up everybody else. */
const LONGEST_READ = 2_000;
/** One word and a question mark ("Really?") is a remark. */
const FEWEST_WORDS = 2;
/** Without a question mark a question word must open a whole sentence ("who said the bridge is safe"). */
const FEWEST_WORDS_UNMARKED = 4;

/**
 * Whether a message in a briefing's thread is a question for the bot. Thanks, remarks, and what people ask one another
 * ("what do you think?") are left alone; who speaks to the bot by name is always heard, except to thank it.
 */
export function isQuestion(
  text: string,
  spokenTo: { readonly mentionsBot: boolean; readonly mentionsOthers: boolean },
): boolean {
  const line = text.slice(0, LONGEST_READ).replace(/\s+/g, ' ').trim();
  if (!LETTER.test(line) || (THANKS.test(line) && !ENDS_ASKING.test(line))) return false;
  if (spokenTo.mentionsBot) return true;
  if (spokenTo.mentionsOthers || isAmongPeople(line)) return false;
  const words = line.split(' ');
  if (ENDS_ASKING.test(line)) return words.length >= FEWEST_WORDS || SPACELESS.test(line);
  return words.length >= FEWEST_WORDS_UNMARKED && QUESTION_WORDS.has(words[0]?.toLowerCase() ?? '');
}

function isAmongPeople(line: string): boolean {
  const lower = ` ${line.toLowerCase().replaceAll('’', "'")} `;
  return peopleTalk.some((phrase) => {
    const at = lower.indexOf(` ${phrase}`);
    const after = lower[at + phrase.length + 1];
    return at >= 0 && (after === undefined || !LETTER.test(after));
  });
}
