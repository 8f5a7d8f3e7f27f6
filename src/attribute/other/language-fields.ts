import { type FieldsOf, flag, genders, lists, patterns, phrases, printed, swaps, words } from './field-kinds.ts';

/**
 * What a file of `languages/` may hold, said once: the type of a language's words, their reading and their checking come of this list.
 * A field that a file leaves out is empty. A word may be an ending, "-sprecherin", which any word may have. All is written in small
 * letters, with the printer's apostrophe (’). Patterns are regular expressions with the flag u; none is asked of more than a sentence.
 */
export const LANGUAGE_FIELDS = {
  // How its sentences are built.
  /** The verb stands second: what a sentence begins with is followed by the verb. German, Dutch, the Nordic languages. */
  verbSecond: flag(),
  /** The verb ends a clause that begins with "as" or "that": "wie die Polizei mitteilte". */
  verbLast: flag(),
  /** A sentence needs no subject: "Añadió que …". */
  nullSubject: flag(),
  /** Nouns have capitals as names have. */
  highNouns: flag(),
  /** "María Ruiz Cano" is "Ruiz" later on. */
  twoSurnames: flag(),
  /** A dash opens speech up to the paragraph's end, broken by its cue alone: "– A, säger hon. B." Elsewhere a dash closes it again. */
  openDashes: flag(),

  // Verbs of saying, finite forms or participles, with what goes with them.
  /** "Sagte", "déclaré". */
  says: words(),
  /** "Bestritt": whoever does denies what follows. */
  denies: words(),
  /** Those of the two above that have other meanings: they want a person or a clause beside them. */
  ambiguous: words(),
  /** What a verb needs in its sentence to be one of saying: "teilte … mit". */
  particles: lists(),
  /** Those that say something only behind an auxiliary. */
  participles: words(),
  /** "A" in "a déclaré". */
  auxiliaries: words(),
  /** Small words that may stand within a verb's group: "n’a pas", "s’est". */
  groupWords: words(),
  /** What joins a pronoun to the verb before it: "-", "t". */
  inversionMarks: words(),
  /** "Sich", "se". */
  reflexives: words(),
  /** Those that may have a thing for what is said: "kündigte Berufung an", "a promis un relogement". */
  tellsThings: words(),
  /** "Nannte … »…«": a thing that is called something. */
  calls: words(),
  /** "Sprach von »…«": a person who speaks of something has said what is in marks. */
  speaks: words(),
  /** "Hieß es aus …" and "geht aus … hervor": verbs with a source behind `from`. */
  impersonal: words(),
  emerges: words(),
  from: words(),
  /** "Das teilte … mit": the sentence before is what was said. `told`: the participle of its verb. */
  this: words(),
  told: words(),
  /** "…, so Weber" behind what was said. */
  asSaid: words(),
  /** "Wie die Polizei sagte", "comme l’a dit". */
  as: words(),
  /** "Soll … haben", "aurait": what is told and nobody tells. `perfect`: how the sentence must go on behind it. */
  rumours: words(),
  perfect: patterns(),
  /** That word is part of what is told: "aurait"; in others it stands outside: "soll". */
  rumoursInside: flag(),
  /** "Dem Vernehmen nach": nobody is named. */
  hearsay: phrases(),
  /** "Wollte sich nicht äußern"; the group `what` is what is declined. `asides`: what is none of it. */
  declines: patterns(),
  asides: words(),
  /** Objects right before a verb of denying: "lo negó". */
  clitics: words(),

  // What begins a clause that is said.
  /** "Dass", "que". */
  that: words(),
  /** "Qu’" before a vowel. */
  elidedThat: words(),
  /** Finite verbs of a clause without "that" behind a comma: "sagte, sie habe". */
  clauseVerbs: words(),
  /** What begins a clause that is not one of these: "um", "weil". */
  notClauses: words(),
  /** Verbs that tell speech without a cue of its own; `toldAgain`: only where the sentence before tells as well. */
  toldVerbs: words(),
  toldAgain: words(),
  /** An infinitive right behind the verb: "avoir vu", "di aver". Asked of the words from there on. */
  infinitives: patterns(),
  /** And one that ends the sentence, or the clause behind a comma: "…, es genommen zu haben". */
  infinitiveSentence: patterns(),
  infinitiveClause: patterns(),
  /** "If": a sentence with it tells no rumour. */
  if: words(),
  /** What begins a relative clause. */
  relatives: words(),
  /** What begins an aside behind whoever is credited: "Selon X, | qui dirige le club, …". */
  asideOpeners: words(),

  // Credits.
  /** "Laut", "selon": before whoever is credited. */
  accordingTo: phrases(),
  /** Of these, such as are "for" as well: they credit somebody with a name or an office alone. */
  onlyPeople: words(),
  /** "Dem Bericht zufolge"; what stands before it and is no source: "es". */
  accordingToBehind: words(),
  notSources: words(),
  /** "Polizei|angaben zufolge": the end of a noun that is no part of who is credited. */
  sourceTail: patterns(),
  /** Finite verbs, with which a credit at a sentence's front ends. */
  finite: words(),
  /** "Seiner Ansicht nach": whoever was spoken of. */
  ownView: phrases(),
  /** "Angeblich". */
  hedges: words(),

  // Who speaks.
  pronouns: genders(words),
  /** "Ihm", "lui", where it stands for who is credited. */
  obliquePronouns: genders(words),
  /** "Ils": many, so nobody. */
  plurals: words(),
  /** Everything that may stand where an article does: "der", "sein", "mehrere", "dieser". */
  articles: words(),
  /** "Der", "die": those alone that a name may have without belonging to it. */
  definite: words(),
  indefinite: words(),
  /** "Mehrere", "deux": more than one. */
  several: words(),
  possessives: words(),
  /** Articles by gender, where they tell it. */
  articlesOf: genders(words),
  /** Articles and the like before a vowel: "l’", "un’". `elided`: all words that lose a vowel so. `elidedOf`: those for "of". */
  elidedArticles: words(),
  elided: words(),
  elidedOf: words(),
  /** "Alla", "dall’": prepositions before a vowel. */
  elidedPrepositions: words(),
  /** Endings that make a noun definite without an article, with what is left of it: "-en" of "ministern". */
  definiteEndings: words(),
  /** Words with these endings that are no nouns: "sedan". */
  notNouns: words(),
  /** Endings of nouns in the genitive, which may open a phrase: "nämndens ordförande". */
  genitiveEndings: words(),
  /** Endings that a noun for a person has in other cases; it is looked up without. */
  inflections: words(),
  /** Articles that are no subject's: "dem". And "der" before a noun that is feminine by its ending. */
  oblique: words(),
  mayBeOblique: words(),
  feminineNouns: words(),
  /** "Of": what a noun belongs to. */
  of: words(),
  /** What makes of a phrase in another case the name of who it means: "dem Bericht" is "der Bericht". */
  nominative: swaps(),
  /** The same behind a credit: "laut der Stadt" is "die Stadt". */
  creditedNominative: swaps(),
  /** Whoever owns a document, so that it is a named one. */
  owners: patterns(),
  /** Nouns for what a person is: a woman, a man, and anybody. */
  persons: genders(words),
  people: words(),
  /** And patterns of such nouns, of no gender: "-ista" but not "entrevista". */
  personPatterns: patterns(),
  /** Of these, such as tell no gender: "-jährige". */
  anybody: words(),
  /** Of these, such as are adjectives behind a noun: "el parte médico". */
  alsoAdjectives: patterns(),
  /** Words for somebody just named: "der Politiker". And for whoever speaks for others, who is never that. */
  generic: words(),
  speaksFor: words(),
  /** Words for a firm or a club that was named before: "die Firma". */
  bodies: words(),
  documents: words(),
  groups: words(),
  /** "Kreise", "Insider": a group that nobody can name. */
  circles: words(),
  /** "Frau", "Mme", as printed. */
  honorifics: genders(printed),
  /** First names that elsewhere are the other gender's. */
  firstNames: genders(words),
  /** What ends a name though it may lie in one elsewhere: Italian "di". */
  nameEnds: words(),
  /** Prepositions, alone or with their article, behind which two capitals are a place or a body: "em", "da". */
  beforePlaces: words(),

  // Outlets.
  /** What brings an outlet that was told: "dem „…“"; and one that saw a paper: "consulté par". */
  outlets: phrases(),
  seenBy: phrases(),
  /** Of these, such as do so only behind a comma: "das". */
  outletsBehindComma: words(),
  /** Words of the name of one: "-posten", "courrier". */
  outletNames: words(),
  /** What kind of outlet it is: "Zeitung". */
  media: words(),

  // Small words.
  prepositions: words(),
  /** Days, hours and adverbs of time: between verb and subject they are skipped. */
  times: words(),
  /** When and how: two words that end a speaker's phrase: "am Telefon". */
  circumstances: patterns(),
  /** What begins a sentence and is no part of its subject: "aber". */
  connectors: words(),
  ands: words(),
  buts: words(),
  /** What ends a speaker's phrase. */
  stops: words(),
};

/** The words of a language without a tagger, ready to be asked. */
export type Words = { readonly language: string } & FieldsOf<typeof LANGUAGE_FIELDS>;
