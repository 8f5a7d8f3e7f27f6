import unreal from './data/unreal.json' with { type: 'json' };
import { escaped, type Works } from './works-of.ts';

/** Where a sentence leaves what happened. */
export type Frame = {
  readonly kind: 'scene' | 'supposed' | 'withdrawn' | 'fake';
  /** Whoever speaks between these places does not. */
  readonly from: number;
  readonly to: number;
  /** Whether a source has to stand there, or what is said behind the verb does. */
  readonly by: 'source' | 'cue';
};

/** Whether a frame may begin here: at the front, or where a clause does. */
const OPENS = String.raw`(?:^[“"‘']?(?:(?:And|But|Then|Later|So|Yet|Here)[, ]\s?)?|[,;:–—] (?:and |but )?|\b(?:that|where|while|whereas) )`;
/** No word of these stands between an article and its noun. */
const BETWEEN = String.raw`(?:(?!(?:of|the|an?|to|and|for|that|who|which|by|is|was)\s)[\p{L}’'-]{1,24}\s){0,3}?`;
/** “In the play area”: what goes on is another noun. */
const THEN = String.raw`(?=,|:|\s(?:(?:the|an?|his|her|their|its|he|she|they|it|one|two|by|of|called|titled|that|when|where|which)(?!\p{L})|\p{Lu}|[“"‘(]))`;

const any = (words: readonly string[]): string => words.join('|');
const CARRIERS = any(unreal.carriers);
const FAKE = any(unreal.fake);
const TELLS =
  'quot(?:es|ed|ing)|show(?:s|ed|ing)?|attribut(?:es|ed|ing)|claim(?:s|ed|ing)|purport(?:s|ed|ing)|in which|where|appear(?:s|ed|ing)|said|says|saying|ha[sd] \\p{Lu}\\p{L}{1,24} (?:say|confess|admit)|cit(?:es|ed|ing)|in the name of';

const SUPPOSED = [
  /^(?:Imagine|Suppose|Let us imagine|Let us suppose|Let’s imagine|Let’s suppose|Picture (?=the|a|this)|What if|If only)(?!\p{L})/u,
  /(?<!\p{L})(?:dream(?:s|ed|t|ing)|daydream(?:s|ed|ing)|fantasi[sz](?:es|ed|ing)|hallucinat(?:es|ed|ing)|imagin(?:es|ed|ing)|pretend(?:s|ed|ing)) (?:that |of |about )?/u,
];
const WITHDRAWN = [
  /(?<!\p{L})(?:An|The|In an?|In the) (?:earlier|previous|original|first) version of (?:this|the|our) (?:article|story|report|piece|post|page)(?!\p{L})/u,
  /(?<!\p{L})(?:an|the) (?:earlier|previous|original) version of (?:this|our) (?:article|story|report|piece|post|page)(?!\p{L})/u,
  /(?<!\p{L})(?:withdr[ae]w|withdrawn|withdrew|withdrawing|retract(?:s|ed|ing)?|took back|taken back|apologi[sz]ed for|apologi[sz]es for|pulled) (?:its|an?|the|his|her|their|that|this) (?:[\p{L}-]{1,24} ){0,3}(?:reports?|claims?|story|stories|articles?|statements?|allegations?|posts?)(?= (?:that|which|saying|claiming|alleging|of|about)(?!\p{L}))/u,
];
const FAKES = [
  new RegExp(
    String.raw`(?<!\p{L})(?:(?:[Aa]n?|[Tt]he|[Oo]ne|[Tt]his|[Aa]nother) (?:[\p{L}-]{1,24} ){0,2})?(?:${FAKE}) (?:[\p{L}-]{1,24} ){0,2}(?:${CARRIERS})(?= (?:[^,;.]{0,60} )?(?:${TELLS})(?!\p{L}))`,
    'u',
  ),
  new RegExp(
    String.raw`${OPENS}[Ii]n (?:an?|the|one|this|another) (?:[\p{L}-]{1,24} ){0,2}(?:${FAKE}) (?:[\p{L}-]{1,24} ){0,2}(?:${CARRIERS})(?=,| )`,
    'u',
  ),
];

/** "The post was fake": which carrier is called so. */
export const CALLED = new RegExp(
  String.raw`(?<!\p{L})(?:[Tt]he|[Tt]hat|[Tt]his) (?:[\p{L}-]{1,24} ){0,2}(${CARRIERS}) (?:(?:was|is|were|are|had been|turned out to be|proved to be|has been|as) )(?:\p{L}{1,24}ly )?(?:${any(unreal.calledFake)})(?!\p{L})`,
  'u',
);

/** The frame of a sentence, with places in it; null where it tells of what happened. `before`: the sentence before. */
export function frameIn(words: string, scene: SceneReader, before: string): Frame | null {
  return scene(words, before) ?? first(words, SUPPOSED, 'supposed', 'source') ?? withdrawn(words) ?? fake(words);
}

function first(words: string, patterns: readonly RegExp[], kind: Frame['kind'], by: Frame['by']): Frame | null {
  for (const pattern of patterns) {
    const match = pattern.exec(words);
    if (match !== null)
      return { kind, from: match.index + (by === 'source' ? match[0].length : 0), to: words.length, by };
  }
  return null;
}

function withdrawn(words: string): Frame | null {
  return first(words, WITHDRAWN, 'withdrawn', 'cue');
}

/** What a fake says, up to where the sentence goes on about something else. */
function fake(words: string): Frame | null {
  for (const pattern of FAKES) {
    const match = pattern.exec(words);
    if (match === null) continue;
    const end = words.slice(match.index + match[0].length).search(/;|, (?:and|but|which|who|before|after)\s/u);
    return {
      kind: 'fake',
      from: match.index,
      to: end < 0 ? words.length : match.index + match[0].length + end,
      by: 'source',
    };
  }
  return null;
}

/** Reads the frame of a scene in a sentence; the sentence before may name the work. */
type SceneReader = (words: string, before: string) => Frame | null;

/** The patterns of an article's works are made once. */
export function sceneReader({ nouns, titles, makers, isMadeUp }: Works): SceneReader {
  if (!isMadeUp) return () => null;
  const works = String.raw`(?:${nouns})(?:[’']s (?:[\p{L}-]{1,24} ){0,2}(?:${SCENES}))?`;
  const titled = `${OPENS}[Ii]n [“"‘']?(?:${any(titles.map(escaped))})[,”"’']{0,2}(?=[ ,])`;
  const fronts = [
    `${OPENS}[Ii]n (?:the|his|her|their|its|this|that|one|an?|another|${NAMES}[’']s?) ${BETWEEN}${works}${THEN}`,
    `${OPENS}[Ii]n (?:the|his|her|its|an?) ${BETWEEN}(?:${SCENES}) of (?:the|his|her|its|an?) ${BETWEEN}(?:${nouns})${THEN}`,
    ...(titles.length === 0 ? [] : [titled]),
  ].map((pattern) => new RegExp(pattern, 'u'));
  const work = new RegExp(String.raw`(?<!\p{L})(?:${nouns})(?!\p{L})`, 'u');
  // "The minister admits in the sketch that …": a plot is told in the present.
  const inside = new RegExp(
    String.raw`(?<!\p{L})(?!writes)\p{Ll}{1,24}s (?:(?:the|an?|his|her) \p{L}{1,24} )?in (?:the|this|one|an?) ${BETWEEN}(?:${nouns})(?= that|,|:| and| [“"])`,
    'u',
  );
  return (words, before) => {
    const fronted =
      first(words, fronts, 'scene', 'source') ?? (work.test(before) ? first(words, [IN_IT], 'scene', 'source') : null);
    if (fronted !== null) return fronted;
    const told = inside.exec(words);
    if (told !== null && !makers.test(words.slice(0, told.index)))
      return { kind: 'scene', from: told.index, to: words.length, by: 'cue' };
    const part = nouns.includes('film') ? PLAYS.exec(words) : null;
    return part === null ? null : { kind: 'scene', from: part.index + part[0].length, to: words.length, by: 'source' };
  };
}

const IN_IT = /^In it,? /u;
/** "Holm plays the mayor, who says …" */
const PLAYS =
  /(?<!\p{L})(?:plays|played|portrays|portrayed|voices|stars as|starred as) (?=\p{Lu}|(?:an?|the) (?:[\p{L}-]{1,24} ){0,4}(?:who|whose)\s)/u;
const NAMES = String.raw`\p{Lu}[\p{L}-]{1,24}(?: \p{Lu}[\p{L}-]{1,24}){0,2}`;
const SCENES = 'act|scene|chapter|episode|part|half|pages|opening|ending|finale|prologue|epilogue|climax';
