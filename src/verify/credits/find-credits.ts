import relaying from '../data/relaying.json' with { type: 'json' };
import saying from '../data/saying.json' with { type: 'json' };
import telling from '../data/telling.json' with { type: 'json' };

/** Whom a sentence credits, as it names them, and the words that it puts into their mouths. */
export type Credit = { readonly subjects: readonly string[]; readonly said: string };

const VERBS = [...new Set([...saying, ...telling])].join('|');

/** Where the one who speaks may begin: the sentence, or a clause that stands by itself. */
const STARTS = /[;:]\s|,?\s(?:while|whereas|but|although|though)\s|,\s(?:and|which)\s/gu;

const BEFORE = new RegExp(`\\s(?:(?:has|had|have|also|later|then|again)\\s){0,2}(?:${VERBS})(?![\\p{L}’'])`, 'u');

/** "…, said Ida Holm", "according to the police". */
const AFTER =
  /(?:^|[,\s])(?:said|says|according to|According to)\s((?:[^,.;“”"]{2,80})(?:,\s\p{Lu}[^,.;“”"]{2,60})?)(?=[,.;]|$)/u;

/** "He could confirm", "the plan was wrong": what was said, not who said it. */
const CLAUSE =
  /^(?:he|she|it|they|that|there|this|we|i|who)\s|\s(?:is|are|was|were|has|had|have|would|could|can|will|should|did|does|do|may|might)(?:\s|$)/iu;

/** Words of a name, a role and an office; a longer run before a verb holds more than who speaks. */
const MOST_WORDS = 14;

/** The credits of a sentence, in order. English only. */
export function findCredits(sentence: string): Credit[] {
  return cutAtStarts(sentence).flatMap((part): Credit[] => {
    const after = AFTER.exec(part);
    if (after?.[1] !== undefined && !CLAUSE.test(after[1]) && !isBeforeSpeaker(part, after.index)) {
      const said = `${part.slice(0, after.index)} ${part.slice(after.index + after[0].length)}`;
      return [{ subjects: subjectsOf(after[1]), said }];
    }
    const verb = BEFORE.exec(part);
    if (verb === null) return [];
    const speaker = part.slice(0, verb.index).trim();
    // "They had tips from people who said so": told of them by somebody else.
    if (speaker === '' || /[“”"]|\swho$/u.test(speaker)) return [];
    const comma = speaker.lastIndexOf(', ');
    // "Five bodies were found, the police said": what was said comes first.
    if (comma > 0 && CLAUSE.test(speaker.slice(0, comma)))
      return [{ subjects: subjectsOf(speaker.slice(comma + 2)), said: speaker.slice(0, comma) }];
    if (speaker.split(/\s+/u).length > MOST_WORDS) return [];
    return [{ subjects: subjectsOf(speaker), said: part.slice(verb.index + verb[0].length) }];
  });
}

/** "X said a man was hurt": what follows "said" is what was said, where somebody stands before it. */
function isBeforeSpeaker(part: string, at: number): boolean {
  const head = part.slice(0, at + 1);
  return !/according to/iu.test(part.slice(at, at + 14)) && !/[,”"]\s*$/u.test(head) && head.trim() !== '';
}

function cutAtStarts(sentence: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (const start of sentence.matchAll(STARTS)) {
    parts.push(sentence.slice(from, start.index));
    from = start.index + start[0].length;
  }
  return [...parts, sentence.slice(from)];
}

/** "The police and the ambulance union" are two; "Marks and Spencer", without an article or number, is left whole. */
function subjectsOf(speaker: string): string[] {
  const both = /^(.+?) and ((?:[Tt]he|[Ii]ts|\p{Lu}\p{L}+ \p{Lu}).+)$/u.exec(speaker);
  const [, one, other] = both ?? [];
  return one === undefined || other === undefined || /,/u.test(speaker) ? [speaker] : [one, other];
}

/** "Holm believes that it fell": whoever thinks or finds something stands for it as well. */
const THOUGHT = new RegExp(`^([^,;:“”"]{2,80}?) (?:${relaying.join('|')}) (?:that )?(.+)$`, 'u');

/** The same, and who only thinks it. */
export function creditsIn(sentence: string): readonly Credit[] {
  const credits = findCredits(sentence);
  const [, who, said] = credits.length > 0 ? [] : (THOUGHT.exec(sentence) ?? []);
  return who === undefined || said === undefined ? credits : [{ subjects: [who], said }];
}
