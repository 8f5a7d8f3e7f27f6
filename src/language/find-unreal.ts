import type { Article, Span } from '#core/article.ts';
import { textAt } from '#core/article.ts';
import { isEnglish } from './is-english.ts';
import { readTokens } from './read-tokens.ts';
import { CALLED, type Frame, frameIn, sceneReader } from './unreal-frames.ts';
import { readWorks, type Works } from './works-of.ts';

/** A sentence that tells what did not happen: a scene of a play, what somebody imagines, a report that is withdrawn, the words of a fake. */
export type Unreal = Frame & {
  readonly sentence: Span;
  /** It says so itself; otherwise only the sentences around it do, and alone it reads as news. */
  readonly isFramed: boolean;
  /** Names and nouns of those who made the work or speak of it. */
  readonly makers: RegExp;
};

/** How many sentences further on something may be called a fake. */
const CALLED_WITHIN = 3;
/** So many sentences of one scene may follow another without a word that tells that it is one. */
const SCENE_AT_MOST = 6;

const known = new WeakMap<Article, readonly Unreal[]>();

/** The sentences of an article in English that tell of what did not happen, in order. Takes time linear in its length. */
export function findUnreal(article: Article): readonly Unreal[] {
  const found = known.get(article) ?? (isEnglish(article.language) ? find(article) : []);
  known.set(article, found);
  return found;
}

function find(article: Article): Unreal[] {
  const { text, sentences, paragraphs } = article;
  const plain = withoutQuoted(text);
  const works = readWorks(plain);
  const scenes = sceneReader(works);
  const { makers } = works;
  const found = new Map<number, Unreal>();
  let scene: Frame | null = null;
  let length = 0;
  let paragraph = 0;
  let last = -1;
  sentences.forEach((sentence, at) => {
    while ((paragraphs[paragraph]?.end ?? Number.POSITIVE_INFINITY) <= sentence.start) paragraph += 1;
    const words = textAt(plain, sentence);
    const frame = frameIn(words, scenes, textAt(plain, sentences[at - 1] ?? { start: 0, end: 0 }));
    if (frame !== null) {
      found.set(at, { ...moved(frame, sentence.start), sentence, isFramed: !/^In it\b/.test(words), makers });
      scene = frame.kind === 'scene' && !makers.test(words.slice(frame.from)) ? frame : null;
      length = 0;
    } else if (
      scene !== null &&
      paragraph === last &&
      length < SCENE_AT_MOST &&
      goesOn(article, sentence, plain, works)
    ) {
      found.set(at, {
        kind: 'scene',
        ...{ from: sentence.start, to: sentence.end },
        by: 'source',
        sentence,
        isFramed: false,
        makers,
      });
      length += 1;
    } else scene = null;
    last = paragraph;
    for (const { place, kind } of calledFake(words, at, sentences, plain))
      if (!found.has(place)) {
        const fake = sentences[place] ?? sentence;
        found.set(place, {
          kind,
          from: fake.start,
          to: fake.end,
          by: 'source',
          sentence: fake,
          isFramed: false,
          makers,
        });
      }
  });
  return [...found.entries()].sort(([a], [b]) => a - b).map(([, one]) => one);
}

/** Places in the sentence as places in the text. */
function moved(frame: Frame, by: number): Frame {
  return { ...frame, from: frame.from + by, to: frame.to + by };
}

/** What stands in quotation marks is told of somebody; the places stay as they are. */
function withoutQuoted(text: string): string {
  return text.replace(/“[^“”\n]{1,2000}”|"[^"\n]{1,2000}"|«[^«»\n]{1,2000}»/gu, (words) =>
    words.length <= LONGEST_TITLE ? words : ' '.repeat(words.length),
  );
}

/** So short a quotation may be a title: a work’s name. */
const LONGEST_TITLE = 40;

/** Plots are told in the present: what goes on so, of nobody who made the work, is still the scene. */
function goesOn({ text, language }: Article, sentence: Span, plain: string, { makers }: Works): boolean {
  const own = textAt(plain, sentence);
  if (makers.test(own)) return false;
  const outside = text
    .slice(sentence.start, sentence.end)
    .replace(/[“"][^”"]*[”"]/gu, (words) => ' '.repeat(words.length));
  const tokens = readTokens(outside, [{ start: 0, end: outside.length }], language);
  const verbs = tokens.filter(({ fine }) => /^VB[DPZ]$|^MD$/.test(fine));
  return verbs.length > 0 ? !verbs.some(({ fine }) => fine === 'VBD') : outside.trim().length < 3;
}

/** "The post was fake": the sentence before in which "a post" told something. */
function calledFake(words: string, at: number, sentences: readonly Span[], plain: string) {
  const carrier = CALLED.exec(words)?.[1];
  if (carrier === undefined) return [];
  for (let place = at - 1; place >= Math.max(0, at - CALLED_WITHIN); place -= 1) {
    const before = textAt(plain, sentences[place] ?? { start: 0, end: 0 });
    const opening = new RegExp(String.raw`^(?:an?|the|one|this|another) (?:[\p{L}-]+ ){0,3}${carrier}\b`, 'iu');
    if (opening.test(before)) return [{ place, kind: 'fake' as const }];
  }
  return [];
}
