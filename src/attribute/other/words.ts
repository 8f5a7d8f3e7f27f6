import de from './languages/de.json' with { type: 'json' };
import es from './languages/es.json' with { type: 'json' };
import fr from './languages/fr.json' with { type: 'json' };
import it from './languages/it.json' with { type: 'json' };
import nl from './languages/nl.json' with { type: 'json' };
import pt from './languages/pt.json' with { type: 'json' };

type WordSet = ReadonlySet<string>;
type OfGender<T> = { readonly feminine: T; readonly masculine: T };

/** Lists that are asked only whether they have a word. */
type ListName =
  | 'says'
  | 'denies'
  | 'ambiguous'
  | 'that'
  | 'auxiliaries'
  | 'accordingToBehind'
  | 'asSaid'
  | 'articles'
  | 'stops'
  | 'prepositions'
  | 'times'
  | 'connectors'
  | 'ands'
  | 'of'
  | 'plurals'
  | 'documents'
  | 'circles'
  | 'groups'
  | 'indefinite'
  | 'hedges'
  | 'oblique'
  | 'participles'
  | 'calls'
  | 'media'
  | 'rumours'
  | 'if'
  | 'possessives'
  | 'speaksFor'
  | 'emerges'
  | 'from'
  | 'this'
  | 'told'
  | 'generic';

/** What a language's file holds: its words for who says what. `persons` in German are endings: "Regierungs|sprecherin". */
type Data = { readonly [K in ListName]: readonly string[] } & {
  readonly accordingTo: readonly string[];
  readonly outlets: readonly string[];
  readonly seenBy: readonly string[];
  readonly ownView: readonly string[];
  readonly hearsay: readonly string[];
  readonly declines: readonly string[];
  readonly particles: Readonly<Record<string, readonly string[] | undefined>>;
  readonly pronouns: OfGender<readonly string[]>;
  readonly persons: OfGender<readonly string[]>;
  readonly honorifics: OfGender<readonly string[]>;
  readonly nullSubject: boolean;
};

/** The words of a language without a tagger, ready to be asked. */
export type Words = { readonly [K in ListName]: WordSet } & {
  readonly language: string;
  /** German and Dutch: the verb stands second, nouns and names are told by other signs. */
  readonly isGermanic: boolean;
  /** Phrases before whom they credit, longest first: "nach Angaben von". */
  readonly accordingTo: readonly string[];
  readonly outlets: readonly string[];
  readonly seenBy: readonly string[];
  /** "In her view": whoever was spoken of credits herself. */
  readonly ownView: readonly string[];
  /** "Reportedly": nobody is named. */
  readonly hearsay: readonly string[];
  readonly declines: readonly RegExp[];
  /** What a verb needs beside it to be one of saying: "teilte … mit". */
  readonly particles: ReadonlyMap<string, readonly string[]>;
  /** The particles of all verbs. */
  readonly everyParticle: WordSet;
  readonly pronouns: OfGender<WordSet>;
  readonly persons: OfGender<WordSet>;
  readonly honorifics: OfGender<WordSet>;
  /** "Añadió que …": a sentence needs no subject. */
  readonly nullSubject: boolean;
};

const byLength = (phrases: readonly string[]) => phrases.toSorted((a, b) => b.length - a.length);

const ofGender = ({ feminine, masculine }: OfGender<readonly string[]>): OfGender<WordSet> => ({
  feminine: new Set(feminine),
  masculine: new Set(masculine),
});

function wordsFrom(language: string, data: Data): Words {
  const set = (name: ListName): WordSet => new Set(data[name]);
  return {
    language,
    isGermanic: language === 'de' || language === 'nl',
    nullSubject: data.nullSubject,
    says: set('says'),
    denies: set('denies'),
    ambiguous: set('ambiguous'),
    that: set('that'),
    auxiliaries: set('auxiliaries'),
    accordingToBehind: set('accordingToBehind'),
    asSaid: set('asSaid'),
    articles: set('articles'),
    stops: set('stops'),
    prepositions: set('prepositions'),
    times: set('times'),
    connectors: set('connectors'),
    ands: set('ands'),
    of: set('of'),
    plurals: set('plurals'),
    documents: set('documents'),
    circles: set('circles'),
    groups: set('groups'),
    indefinite: set('indefinite'),
    hedges: set('hedges'),
    oblique: set('oblique'),
    participles: set('participles'),
    calls: set('calls'),
    media: set('media'),
    rumours: set('rumours'),
    if: set('if'),
    possessives: set('possessives'),
    speaksFor: set('speaksFor'),
    emerges: set('emerges'),
    from: set('from'),
    this: set('this'),
    told: set('told'),
    generic: set('generic'),
    ownView: byLength(data.ownView),
    hearsay: byLength(data.hearsay),
    accordingTo: byLength(data.accordingTo),
    outlets: byLength(data.outlets),
    seenBy: byLength(data.seenBy),
    declines: data.declines.map((pattern) => new RegExp(pattern, 'u')),
    particles: new Map(Object.entries(data.particles).map(([verb, list]) => [verb, list ?? []])),
    everyParticle: new Set(Object.values(data.particles).flatMap((list) => list ?? [])),
    pronouns: ofGender(data.pronouns),
    persons: ofGender(data.persons),
    honorifics: ofGender(data.honorifics),
  };
}

const FILES: Readonly<Record<string, Data>> = { de, es, fr, it, nl, pt };
const LANGUAGES: ReadonlyMap<string, Words> = new Map(
  Object.entries(FILES).map(([language, data]) => [language, wordsFrom(language, data)]),
);

/** The words of a language ("de", "pt-BR"); null for one without a file. */
export function wordsOf(language: string): Words | null {
  return LANGUAGES.get(language.split('-')[0] ?? '') ?? null;
}
