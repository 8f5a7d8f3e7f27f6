import cues from '../data/cues-en.json' with { type: 'json' };
import hedges from '../data/hedges-en.json' with { type: 'json' };
import irregular from '../data/irregular-en.json' with { type: 'json' };
import others from '../data/other-cues-en.json' with { type: 'json' };

/**
 * What may stand beside a verb of saying: a clause after it ("said the bridge is safe"), a quotation, content before it
 * ("The bridge is safe, officials said"), the person told, a noun phrase ("denied the claim"), a phrase and what it is
 * called ("called the plan a mistake"), an infinitive ("promised to pay"), or someone who is to do something.
 */
export type Frame =
  | 'clause'
  | 'quote'
  | 'before'
  | 'addressee'
  | 'object'
  | 'accuse'
  | 'complement'
  | 'infinitive'
  | 'order'
  | 'thought'
  | 'finding'
  | 'documented';

/** How an English verb stands in the text. `past` is also the participle. */
export type VerbForm = { readonly lemma: string; readonly tense: 'base' | 'present' | 'past' | 'ing' };

const FRAMES = new Map<string, Set<Frame>>();
const FORMS = new Map<string, VerbForm>();

function learn(lemma: string, frames: readonly Frame[]): void {
  const known = FRAMES.get(lemma) ?? new Set<Frame>();
  for (const frame of frames) known.add(frame);
  FRAMES.set(lemma, known);
  const word = lemma.split(' ')[0] ?? lemma;
  const put = (form: string, tense: VerbForm['tense']) => {
    if (!FORMS.has(form)) FORMS.set(form, { lemma: word, tense });
  };
  put(word, 'base');
  put(
    /(?:s|x|ch|sh)$/.test(word) ? `${word}es` : /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`,
    'present',
  );
  put(/e$/.test(word) ? `${word}d` : /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ied` : `${word}ed`, 'past');
  put(/[^e]e$/.test(word) ? `${word.slice(0, -1)}ing` : `${word}ing`, 'ing');
  const last = word.at(-1) ?? '';
  if (/[aeiou][bdgmnprtl]$/.test(word)) {
    put(`${word}${last}ed`, 'past');
    put(`${word}${last}ing`, 'ing');
  }
}

for (const [form, lemma] of Object.entries(irregular)) {
  FORMS.set(form, { lemma, tense: form.endsWith('ing') ? 'ing' : form.endsWith('s') ? 'present' : 'past' });
}
for (const verb of cues.say.verbs) learn(verb, ['clause', 'quote', 'before']);
for (const verb of cues.tell.verbs) learn(verb, ['addressee', 'clause', 'quote', 'before']);
for (const verb of cues.think.verbs) learn(verb, ['clause', 'before', 'thought']);
for (const verb of cues.show.verbs) learn(verb, ['clause', 'before', 'finding']);
for (const verb of cues.object.verbs) learn(verb, ['object']);
for (const verb of cues.accuse.verbs) learn(verb, ['accuse']);
for (const verb of cues.call.verbs) learn(verb, ['complement']);
for (const verb of cues.infinitive.verbs) learn(verb, ['infinitive']);
for (const verb of cues.order.verbs) learn(verb, ['order']);
for (const verb of cues.quote.verbs) learn(verb, ['quote']);
for (const verb of cues.documented.verbs) learn(verb, ['documented']);
for (const verb of cues.particle.verbs) learn(verb, ['clause', 'quote', 'before']);
for (const verb of cues.preposition.verbs) learn(verb, ['object']);
for (const verb of ['cite', 'quote', 'decline', 'refuse', 'report', 'draw']) learn(verb, []);

for (const verb of others.noReply) learn(verb, []);
// "It is rumoured that": the noun is far more frequent than other forms of the verb.
for (const word of ['rumoured', 'rumored']) FORMS.set(word, { lemma: word.slice(0, -2), tense: 'past' });

const NO_FRAMES: ReadonlySet<Frame> = new Set();
const SAYING = new Set([...cues.say.verbs, ...cues.tell.verbs]);
const SECOND_WORDS = new Map<string, string[]>();
for (const phrase of [...cues.particle.verbs, ...cues.preposition.verbs]) {
  const [first = '', second = ''] = phrase.split(' ');
  SECOND_WORDS.set(first, [...(SECOND_WORDS.get(first) ?? []), second]);
}

/** The verb that a lower-case English word may be a form of; undefined where it is no verb of the lists. */
export function verbForm(word: string): VerbForm | undefined {
  return FORMS.get(word);
}

/** What may stand beside a verb (or a verb with its particle: "point out"). */
export function framesOf(lemma: string): ReadonlySet<Frame> {
  return FRAMES.get(lemma) ?? NO_FRAMES;
}

/** Whether the verb reports words in nearly every sentence it stands in. */
export function isSaying(lemma: string): boolean {
  return SAYING.has(lemma);
}

/** Whether the verb, alone or with its particle, takes content of its own: enough to end the content before it. */
export function takesContent(lemma: string, next: string): boolean {
  const frames = FRAMES.get(lemma) ?? NO_FRAMES;
  return (
    SECOND_WORDS.get(lemma)?.includes(next) === true ||
    [...frames].some((frame) => frame !== 'quote' && frame !== 'order' && frame !== 'documented' && frame !== 'thought')
  );
}

/** "point" with "out" is "point out"; undefined where the two make no verb of the lists. */
export function withParticle(lemma: string, next: string): string | undefined {
  return SECOND_WORDS.get(lemma)?.includes(next) === true ? `${lemma} ${next}` : undefined;
}

/** Penn tags of verbs that are a clause's own. */
export const FINITE: ReadonlySet<string> = new Set(['MD', 'VBD', 'VBP', 'VBZ']);
export const HEDGING_REPORTS: ReadonlySet<string> = new Set(hedges.reports);
export const HEDGING_WORDS: ReadonlySet<string> = new Set(hedges.words);
/** After "could" they tell what somebody was able to do, not what is in doubt. */
export const ABILITIES: ReadonlySet<string> = new Set(hedges.abilities);
export const CLAIM_NOUNS: ReadonlySet<string> = new Set(others.nouns);
export const SOURCELESS: ReadonlySet<string> = new Set(others.passives);
export const DECLINED: ReadonlySet<string> = new Set(others.declines);
export const NOT_SAID: ReadonlySet<string> = new Set(others.noReply);
