import type { Objection } from '#core/claim.ts';
import relaying from '../data/relaying.json' with { type: 'json' };
import saying from '../data/saying.json' with { type: 'json' };
import stages from '../data/stages.json' with { type: 'json' };
import telling from '../data/telling.json' with { type: 'json' };
import type { Ground } from '../ground.ts';
import type { ReadSentence, Word } from '../read-sentence.ts';
import { findBearing } from '../support/find-bearing.ts';
import { isOfSameThing } from '../support/is-of-same.ts';
import { branchOf, childrenIn, partsOf } from '../support/parts-of.ts';
import { readSentenceAt } from '../support/retold-by.ts';
import { governedStage, isGovernor, STAGES, type Stage, stageOf } from '../support/stage-of.ts';
import { retoldSentences, type Told } from '../support/told-sentences.ts';
import { baseForms } from '../words/base-forms.ts';
import { has, type Sense, sensesIn } from '../words/senses.ts';
import type { Subject } from './check.ts';

const SAID: ReadonlySet<string> = new Set([...saying, ...telling]);

/** Who says it has other checks. */
const TELLING: ReadonlySet<string> = new Set([...SAID, ...relaying]);

/** Verbs that mean little without what they are done to. */
const LIGHT: ReadonlySet<string> = new Set(stages.light.split(', '));

/** Verbs of what somebody thinks and how they speak of it: nothing happens to what stands behind them. */
const MIND: ReadonlySet<string> = new Set(stages.mind.split(', '));

/**
 * A claim goes no further than the article: what is ordered, asked for, threatened or possible there is not told as done. Free retellings
 * too, where `checkCertainty` looks at what is plainly retold; by trees, and so English only.
 */
export function checkStages(subject: Subject, ground: Ground): Objection[] {
  if (subject.evidence !== null || !ground.article.language.startsWith('en')) return [];
  return retoldSentences(subject, ground)
    .flatMap((told) => objectTo(told, ground))
    .slice(0, 1);
}

function objectTo({ words: claimed, text }: Told, ground: Ground): Objection[] {
  for (const verb of claimed.words) {
    const most = mostFor(verb, claimed);
    if (most === null) continue;
    const deed = deedOf(verb, claimed);
    const given = findBearing(text, ground).flatMap((place) => occurrencesIn(place, deed, ground));
    const unheard = given.length === 0 ? objectToUnheard(deed, text, ground) : null;
    if (unheard !== null) return [unheard];
    const [first] = given;
    if (first === undefined || given.some(({ stage }) => stage > most)) continue;
    // Where the bearing sentence has another word for it, the claim's own one elsewhere is enough.
    const least = given.some(({ isOwn }) => isOwn) ? Math.max(...given.map((one) => one.shared)) / 2 : 1;
    const isElsewhere = ground.stems.some((_, place) =>
      occurrencesIn(place, deed, ground).some((one) => one.stage > most && one.shared >= least),
    );
    if (isElsewhere) continue;
    const reason = `the article does not have “${verb.lower}” as done: “${first.sentence.text}”`;
    return [{ check: 'strength', text, reason }];
  }
  return [];
}

/** "Appointed a monitor" where the article has nothing of the sort, and a monitor is only promised. */
function objectToUnheard(deed: Deed, text: string, ground: Ground): Objection | null {
  const { verb, claimed } = deed;
  const { thing } = partsOf(verb, claimed);
  if (thing === null || thing.root === null || thing.isName) return null;
  // What looks ahead itself may hold the promise.
  if (baseForms(verb).some((form) => MIND.has(form)) || claimed.words.some(isGovernor)) return null;
  if (ground.stems.some((_, place) => occurrencesIn(place, deed, ground).length > 0)) return null;
  const told = findBearing(text, ground).flatMap((place) => {
    const sentence = readSentenceAt(place, ground);
    return sentence.words
      .filter(({ root, isVerb }) => root === thing.root && !isVerb)
      .map((word) => ({ word, sentence }));
  });
  const [first] = told;
  if (first === undefined || told.some(({ word, sentence }) => governedStage(word, sentence) > STAGES.planned))
    return null;
  const reason = `the article does not have “${thing.lower}” as “${verb.lower}”: “${first.sentence.text}”`;
  return { check: 'strength', text, reason };
}

/** The furthest stage at which the article's words do not bear a verb of a claim; null for one that is not told as done. */
function mostFor(word: Word, sentence: ReadSentence): Stage | null {
  if (!word.isVerb || word.root === null || TELLING.has(word.lower) || LIGHT.has(word.lemma)) return null;
  if (['amod', 'acl', 'xcomp'].includes(branchOf(word, sentence).relation)) return null;
  if (stageOf(word, sentence) !== STAGES.done) return null;
  // Who "promised" or "threatened" did, unless there is a "not".
  return isGovernor(word) ? STAGES.undone : STAGES.planned;
}

/** What a claim tells as done. */
type Deed = {
  readonly verb: Word;
  readonly claimed: ReadSentence;
  /** The verb's opposites; undefined where it has none. */
  readonly sense: Sense | undefined;
  /** Roots of the words that go with it. */
  readonly around: ReadonlySet<string>;
};

function deedOf(verb: Word, claimed: ReadSentence): Deed {
  const sense = sensesIn(claimed).find(({ word }) => word === verb);
  const around = partsOf(verb, claimed).around.flatMap((one) => (one === verb ? [] : (one.root ?? [])));
  return { verb, claimed, sense, around: new Set(around) };
}

/** A word of the article's that tells what a claim's verb does, with how many words it shares of what goes with that. */
type Occurrence = {
  readonly sentence: ReadSentence;
  readonly stage: Stage;
  readonly shared: number;
  /** It is the claim's own word. */
  readonly isOwn: boolean;
};

function occurrencesIn(place: number, { verb, claimed, sense, around }: Deed, ground: Ground): Occurrence[] {
  const sentence = readSentenceAt(place, ground);
  const meant = ground.meantStems[place] ?? new Set();
  const others = new Set(
    sense === undefined
      ? []
      : sensesIn(sentence).flatMap(({ word, sides }) => (sides.some((one) => has(sense, one)) ? word : [])),
  );
  return sentence.words.flatMap((word) => {
    if (!word.isVerb && word.lower.endsWith('ing')) return [];
    const isOwn = word.root === verb.root;
    const isSame =
      isOwn ||
      (others.has(word) && isOfSameThing({ word: verb, sentence: claimed }, { word, sentence }, meant) === true);
    if (!isSame) return [];
    const roots = new Set([...meant, ...partsOf(word, sentence).around.flatMap(({ root }) => root ?? [])]);
    const shared = [...around].filter((root) => roots.has(root)).length;
    const stage = isHabit(word, sentence) ? STAGES.done : (stageOf(word, sentence) ?? governedStage(word, sentence));
    return shared > 0 ? [{ sentence, stage, shared, isOwn }] : [];
  });
}

/** "He would spend his days there": he did, unless somebody said it, or it hangs on an "if". */
function isHabit(word: Word, sentence: ReadSentence): boolean {
  const would = childrenIn(sentence)
    .get(word)
    ?.find(({ word }) => word.lower === 'would')?.word;
  if (would === undefined) return false;
  return !sentence.words.some((one) => one.lower === 'if' || (one.start < would.start && SAID.has(one.lower)));
}
