import { textAt } from '#core/article.ts';
import type { SeededRandom } from '../train-parser/seeded-random.ts';
import { type Branch, branchesOf, pick, subjectOf, type Tree, tidy } from './put-together.ts';

/** Words of a time or a place that begins a sentence or ends it. */
const LONGEST_MOVED = 9;

/** What is told of another than the sentence's own. */
const ANOTHERS = /\b(?:who|whom|whose|which)\b/iu;

/** Rightly: "On Friday, Holm left" for "Holm left on Friday", and the other way round. Null where there is nothing to move. */
export function moveAside(sentence: Tree, random: SeededRandom): string | null {
  const { text, tokens, tree } = sentence;
  const { root, subject } = mainOf(sentence);
  const last = tokens.findLastIndex(({ tag }) => tag !== 'PUNCT');
  if (subject === null || tokens[root]?.tag !== 'VERB') return null;
  const parts = branchesOf(sentence, new Set(['obl', 'advcl'])).filter(
    (part) =>
      tree[part.root]?.head === root &&
      part.last - part.first < LONGEST_MOVED &&
      (part.first === 0 || (subject.first === 0 && part.last === last && part.first > root)),
  );
  if (parts.length === 0) return null;
  const part = pick(parts, random);
  const own = bare(textAt(text, part));
  const rest = bare(`${text.slice(0, part.start)} ${text.slice(part.end)}`);
  return tidy(part.first === 0 ? `${rest} ${inside(own, sentence)}` : `${own}, ${inside(rest, sentence)}`);
}

/** Rightly: "The ship was sold by Holm" for "Holm sold the ship"; of verbs whose participle is as their past. */
export function makePassive(sentence: Tree): string | null {
  const { text, tokens, tree } = sentence;
  const { root, subject } = mainOf(sentence);
  const object = branchesOf(sentence, new Set(['obj'])).find((part) => tree[part.root]?.head === root);
  const verb = tokens[root]?.text ?? '';
  if (subject === null || object === undefined || !verb.endsWith('ed')) return null;
  if (subject.last !== root - 1 || object.first !== root + 1 || ANOTHERS.test(textAt(text, subject))) return null;
  if ([subject, object].some((part) => tokens[part.root]?.tag === 'PRON')) return null;
  const be = /[^s]s$/iu.test(tokens[object.root]?.text ?? '') ? 'were' : 'was';
  const doer = inside(textAt(text, subject), sentence);
  const before = text.slice(0, subject.start);
  return tidy(`${before} ${textAt(text, object)} ${be} ${verb} by ${doer} ${text.slice(object.end)}`);
}

/** Rightly: a sentence and the next, where that goes on about the same one, as one: "Holm came and left", "Holm, who left, came". */
export function join(sentence: Tree, next: Tree | undefined, random: SeededRandom): string | null {
  const { root, subject } = mainOf(sentence);
  if (next === undefined || subject === null) return null;
  const { root: other, subject: again } = mainOf(next);
  if (again === null || subject.first !== 0 || again.first !== 0) return null;
  if (sentence.tokens[root]?.tag !== 'VERB' || next.tokens[other]?.tag !== 'VERB') return null;
  const name = sentence.tokens[subject.root];
  const word = next.tokens[again.root]?.text ?? '';
  if (name?.tag !== 'PROPN' || (word !== name.text && !/^(?:he|she)$/iu.test(word))) return null;
  const told = bare(next.text.slice(again.end));
  if (/["“”‘]/u.test(sentence.text + told)) return null;
  if (random.next() < 0.5) return tidy(`${bare(sentence.text)} and ${told}`);
  return tidy(`${textAt(sentence.text, subject)}, who ${told}, ${sentence.text.slice(subject.end)}`);
}

/** Rightly: who says it stands behind it, "The bridge is closed, Holm said" for "Holm said the bridge is closed". */
export function creditBehind(sentence: Tree, random: SeededRandom): string | null {
  const { text, tokens, tree } = sentence;
  const { root, subject } = mainOf(sentence);
  if (subject === null || subject.first !== 0 || subject.last !== root - 1) return null;
  const parts = branchesOf(sentence, new Set(['ccomp'])).filter(
    (part) => tree[part.root]?.head === root && part.first === root + 1 && subjectOf(sentence, part.root) >= 0,
  );
  if (parts.length === 0) return null;
  const told = bare(textAt(text, pick(parts, random))).replace(/^that /iu, '');
  return tidy(`${told}, ${inside(textAt(text, subject), sentence)} ${tokens[root]?.text ?? ''}`);
}

/** The word that all of a sentence hangs on, and whoever does it. */
function mainOf(sentence: Tree): { readonly root: number; readonly subject: Branch | null } {
  const root = sentence.tree.findIndex(({ head }) => head < 0);
  return { root, subject: sentence.branches[subjectOf(sentence, root)] ?? null };
}

/** Without the marks around it. */
function bare(text: string): string {
  return text.replace(/^[\s,]+|[\s.,]+$/gu, '');
}

/** The first words of a sentence, as they are written within one. */
function inside(text: string, { tokens }: Tree): string {
  return tokens[0]?.tag === 'PROPN' ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
