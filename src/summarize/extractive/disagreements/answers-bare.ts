import bare from '../data/bare-answers.json' with { type: 'json' };
import contrast from '../data/contrast-words.json' with { type: 'json' };
import { isMeasure } from '../is-measure.ts';
import type { Statement } from './read-statements.ts';

const REBUTTALS: readonly string[] = contrast.rebuttals;
const CLAIMS = new Set([...contrast.backwards, ...contrast.values, 'claims', 'reports', 'figures', 'numbers']);
const POINTING = new Set(bare.pointing);
const ARTICLES = new Set(bare.articles);
const COPULAS = new Set([...bare.copulas, ...bare.copulasCutShort]);
const FILLING = new Set(bare.filling);

/** "One", "some" stand for a thing that was named before where no such word follows them. */
const PRONOUNS = new Set(bare.pronouns);
const BEHIND_PRONOUN = new Set(bare.behindPronoun);

const NONE = new Set(bare.none);
const THEM = new Set(bare.them);
const DOING = new Set(bare.doing);

/** With more content words than this an answer has a matter of its own. */
const FEW_WORDS = 4;

/** Words in which the rebuttal stands, before the reasons for it. */
const FIRST_WORDS = 9;

/** "Less than half of that", "twice that", "four times that": a figure told by the one before. */
const SHARE_OF_THAT =
  /\b(?:half|(?:a )?(?:third|quarter|tenth|fraction)|twice|double|(?:three|four|five|six|seven|eight|nine|ten|\d+) times|nowhere near|(?:less|more|fewer|lower|higher|bigger|smaller) than)(?: of)? that(?: (?:figure|sum|amount|number|much|many|total))?(?=[.,;:”"’]|$)/iu;

/** "The force rejects that: …", "the firm disagrees: …": what is told begins with its own cue. "Nobody denies that" rejects nothing. */
const REJECTS =
  /^[“"‘']?(?!(?:\p{L}+ ){0,3}(?:nobody|none|no|neither|never|nothing|few|who)\b)(?:\p{L}+ ){1,4}(?:(?:rejects|rejected|disputes|disputed|denies|denied|contests|contested) (?:this|that|it)|disagrees|disagreed)[:;,]/iu;

const STANDING = new Set(bare.standing);
const STOOD_BY = new Set([...contrast.pointing, ...contrast.values, ...bare.stoodBy]);

/** Words behind "stands by" among which the one must be that says what: "the original number". */
const STOOD_BY_WITHIN = 3;

/**
 * Whether the second, right after the first, says no to it without naming its matter: "that is not what happened", "they are not so
 * sure", "not one arrived", "there had been one" (after "no applicants"), "it was less than half of that", "the firm rejects that: …".
 */
export function answersBare(first: Statement, second: Statement): boolean {
  if (first.attribution.stance === 'denies' || second.attribution.stance === 'denies') return false;
  return (
    REJECTS.test(second.text) ||
    standsBy(second) ||
    (!first.isNegated && isRebuttal(second)) ||
    (!first.isNegated && isNoneOfThem(second)) ||
    (first.isNegated && isOneOfThem(first, second)) ||
    (first.figures.some(isMeasure) && SHARE_OF_THAT.test(second.text))
  );
}

/** What points back is called wrong: "That is misleading", "the claims are false". */
function isRebuttal({ plain }: Statement): boolean {
  if (isBareRebuttal(plain)) return true;
  const [subject = '', noun = ''] = plain.flatMap((word) => word.split(/(?<=^(?:that|this|they))[’'](?=s|re)/u));
  const isPointing = POINTING.has(subject)
    ? COPULAS.has(noun) || /^.{2,6}[’']/u.test(noun)
    : ARTICLES.has(subject) && CLAIMS.has(noun);
  if (!isPointing) return false;
  const line = ` ${plain.slice(0, FIRST_WORDS).join(' ')} `;
  return REBUTTALS.some((phrase) => {
    const at = line.indexOf(` ${phrase} `);
    return at >= 0 && !/^ (?:to|for|that|when|if|with|about) /u.test(line.slice(at + phrase.length + 1));
  });
}

/** "It stands by the number": somebody had doubted it. By a river stands a mill. */
function standsBy({ plain }: Statement): boolean {
  const at = plain.slice(0, 2).findIndex((word) => STANDING.has(word));
  if (at < 0 || plain[at + 1] !== 'by') return false;
  const matter = plain.slice(at + 2, at + 2 + STOOD_BY_WITHIN);
  return matter.some((word) => STOOD_BY.has(word)) || (matter.length === 1 && POINTING.has(matter[0] ?? ''));
}

/** "Flatly untrue", "that is nonsense". */
export function isBareRebuttal(plain: readonly string[]): boolean {
  const line = ` ${plain.join(' ')} `;
  const phrase = REBUTTALS.find((one) => line.endsWith(` ${one} `));
  return (
    phrase !== undefined && plain.slice(0, plain.length - phrase.split(' ').length).every((word) => FILLING.has(word))
  );
}

/** "Not one arrived", "none has": of the things just spoken of. */
function isNoneOfThem({ plain, words }: Statement): boolean {
  const [one = '', two = '', three = ''] = plain;
  const isNone = NONE.has(one) && (two === 'of' ? THEM.has(three) : DOING.has(two));
  const isNotOne = one === 'not' && two === 'one' && three !== 'of';
  return (isNone || isNotOne) && words.size < FEW_WORDS;
}

/** "There had been one", "she would invite some anyway", where the first says that there is no such thing. */
function isOneOfThem({ plain: first }: Statement, { plain, words, isNegated }: Statement): boolean {
  if (isNegated || words.size > FEW_WORDS || !first.slice(0, FIRST_WORDS).includes('no')) return false;
  return plain.some((word, at) => {
    const next = plain[at + 1];
    return at > 1 && PRONOUNS.has(word) && (next === undefined || BEHIND_PRONOUN.has(next));
  });
}
