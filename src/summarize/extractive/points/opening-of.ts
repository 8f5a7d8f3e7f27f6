import { phrasePattern } from '#language/phrase-pattern.ts';
import furniture from '../data/furniture-phrases.json' with { type: 'json' };
import words from '../data/opening-words.json' with { type: 'json' };

/** How a sentence begins. */
export type Opening = {
  /** The sentence without a word that only ties it to the one before, its first letter a capital. */
  readonly text: string;
  /** It begins with a word that points back, so that it cannot be understood alone. */
  readonly isDangling: boolean;
};

const CONNECTIVES = new Set(words.connectives);
const CONNECTIVES_WITH_COMMA = new Set(words.connectivesWithComma);
const DANGLING = new Set(words.dangling);
const PLEONASTIC: readonly string[] = words.pleonastic;

/** "So far", "but for": the word ties nothing to the sentence before. */
const BOUND = phrasePattern('front', words.bound);

/** Opening marks, so that a quotation is judged by its first word. */
const MARKS = /^["“‘'«„([]+/u;

/** "As I mentioned above, …", "Instead, …": what was said before, or was not done, stands elsewhere. */
const POINTS_BACK = phrasePattern('alone', words.pointsBack);

/** "Quoting the old rules, they …", "Having left the yard, it …": who did so is named elsewhere. */
const UNNAMED_DOER = /^\p{Lu}\p{L}{2,}ing\b[^,;:“"]{3,120}, (?:they|it|he|she)\b/u;
const NOT_DOING = phrasePattern('front', words.notDoing);

/** The longest entry of the word list has three words ("as a result"). */
const LONGEST_ENTRY_WORDS = 3;

/** Takes "But", "However," and their like off, and says whether what is left points back. The lists are English. */
export function openingOf(sentence: string, language: string): Opening {
  if (!language.startsWith('en')) return { text: sentence, isDangling: false };
  const text = withoutConnective(withoutDateline(sentence));
  const plain = text.replace(MARKS, '').toLowerCase();
  if (PLEONASTIC.some((phrase) => plain.startsWith(phrase))) return { text, isDangling: false };
  const isDangling =
    headsOf(plain).some((head) => DANGLING.has(head)) || POINTS_BACK.test(plain) || isWithoutDoer(text);
  return { text, isDangling };
}

function isWithoutDoer(text: string): boolean {
  return UNNAMED_DOER.test(text) && !NOT_DOING.test(text);
}

/** "ALDBY, May 3, 2031 (Courier) — ": where and by whom it was written, which the line above the points tells. */
const DATELINE =
  /^\p{Lu}[\p{Lu}.'’/-]+(?: \p{Lu}[\p{Lu}.'’/-]+){0,3}(?:, [\p{L}.]{2,12}(?: \d{1,2})?(?:,? (?:19|20)\d{2})?)?(?: \([^()]{2,40}\))? ?(?:[–—-]|--) /u;

/** "(CNN)They say", "(CNN) -- They say", "Lund, Sweden (CNN) The ferry", "Lund (AFP) – The ferry": an agency in brackets, after its place. */
const AGENCY = new RegExp(
  `^(?:\\p{Lu}[\\p{L}’'-]+(?: \\p{Lu}[\\p{L}’'-]+){0,2}(?:, \\p{Lu}[\\p{L}. ]{2,20})? )?\\((?:\\p{Lu}{2,5}|${words.agencies.join('|')})\\) ?(?:(?:[–—-]|--) )?(?=["“‘']?\\p{Lu})`,
  'u',
);

/** UTF-16 units; the longest datelines have some 60. */
const DATELINE_REACH = 100;

/** A page's order to its reader, glued to the sentence behind it. */
const GLUED = phrasePattern('front', furniture.glued);

/** The sentence without the dateline that a news agency opens with, and without what only the page says. */
export function withoutDateline(line: string): string {
  const glued = GLUED.exec(line)?.[0] ?? '';
  const sentence = glued === '' ? line : line.slice(glued.length).replace(/^[.:]? (?=\S)/u, '');
  const head = sentence.slice(0, DATELINE_REACH);
  const dateline = (DATELINE.exec(head) ?? AGENCY.exec(head))?.[0] ?? '';
  return sentence.slice(dateline.length);
}

/** First letter as a capital; marks before it stay. */
export function capitalise(text: string): string {
  const mark = MARKS.exec(text)?.[0] ?? '';
  const letter = String.fromCodePoint(text.codePointAt(mark.length) ?? 0);
  if (text.length === mark.length) return text;
  return mark + letter.toUpperCase() + text.slice(mark.length + letter.length);
}

function withoutConnective(sentence: string): string {
  const comma = sentence.slice(0, 24).indexOf(',');
  if (comma > 0 && CONNECTIVES_WITH_COMMA.has(sentence.slice(0, comma).toLowerCase())) {
    return capitalise(sentence.slice(comma + 1).trimStart());
  }
  const space = sentence.indexOf(' ');
  if (space > 0 && CONNECTIVES.has(sentence.slice(0, space).toLowerCase()) && !BOUND.test(sentence)) {
    return capitalise(sentence.slice(space + 1));
  }
  return sentence;
}

/** The first word, the first two, and the first three, in lower case. */
function headsOf(plain: string): string[] {
  const first = plain.slice(0, 60).split(/[ ,.;:’']/u, LONGEST_ENTRY_WORDS);
  return first.map((_, at) => first.slice(0, at + 1).join(' '));
}
