import { countLeading } from '#core/count-leading.ts';
import type { Bearer } from './bearer.ts';
import { describeSource } from './describe-source.ts';
import type { Memory } from './memory.ts';

/** "But", "Meanwhile": what may stand before the subject. */
const LINKS: ReadonlySet<string> = new Set(['CCONJ', 'ADV', 'SCONJ']);
const NOUN_PARTS: ReadonlySet<string> = new Set(['DET', 'ADJ', 'NUM', 'NOUN', 'PROPN', 'PRON', 'ADP', 'PART']);
const PREPOSITIONS: ReadonlySet<string> = new Set(['ADP']);
const VERBS: ReadonlySet<string> = new Set(['VERB', 'AUX']);
const PLURALS: ReadonlySet<string> = new Set(['NNS', 'NNPS']);
/** A subject of more words is no longer what a pronoun takes up. */
const LONGEST = 8;

/** "Farmers in the valley disagree. They say …": those whom the sentence before begins with, when nothing has spoken since. */
export function pluralOpener({ past, scan }: Memory, at: number): Bearer | null {
  const { tokens, text, article } = scan;
  const { sentences } = article;
  const here = countLeading(sentences.length, (place) => (sentences[place]?.start ?? 0) <= at) - 1;
  const sentence = sentences[here - 1];
  if (sentence === undefined || !isTakenUp(scan, sentences[here]?.start ?? 0, at)) return null;
  if ((past.at(-1)?.at ?? -1) >= sentence.start) return null;
  let i = countLeading(tokens.length, (place) => (tokens[place]?.start ?? 0) < sentence.start);
  while (LINKS.has(tokens[i]?.tag ?? '')) i += tokens[i + 1]?.text === ',' ? 2 : 1;
  const first = i;
  let head = -1;
  let isInside = false;
  while (i - first < LONGEST && NOUN_PARTS.has(tokens[i]?.tag ?? '')) {
    if (PREPOSITIONS.has(tokens[i]?.tag ?? '')) isInside = true;
    if (!isInside) head = i;
    i += 1;
  }
  const last = tokens[i - 1];
  const opening = tokens[first];
  if (!VERBS.has(tokens[i]?.tag ?? '') || opening === undefined || last === undefined) return null;
  if (!PLURALS.has(tokens[head]?.fine ?? '')) return null;
  const words = text.slice(opening.start, last.end);
  const { kind, named } = describeSource(words);
  if (kind !== 'group' && kind !== 'person') return null;
  const isName = opening.tag === 'PROPN';
  const name = isName ? words : words.charAt(0).toLowerCase() + words.slice(1);
  const key = `as written ${words.toLowerCase().replace(/^the\s+/, '')}`;
  return { key, name, kind: 'group', named, role: null, entity: null, certainty: 0.85 };
}

/** "They say", "In a letter read by a friend, they said": only what tells how, and no others, stands before the pronoun. */
function isTakenUp({ tokens, text }: Memory['scan'], start: number, at: number): boolean {
  const before = text.slice(start, at);
  if (before.length <= 1) return true;
  if (before.length > LONGEST_FRONT || !before.endsWith(', ')) return false;
  let i = countLeading(tokens.length, (place) => (tokens[place]?.start ?? 0) < start);
  if (tokens[i]?.tag !== 'ADP' && tokens[i]?.tag !== 'ADV') return false;
  for (; (tokens[i]?.start ?? at) < at; i += 1) if (PLURALS.has(tokens[i]?.fine ?? '')) return false;
  return true;
}

/** Characters. */
const LONGEST_FRONT = 90;
