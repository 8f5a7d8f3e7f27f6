import unreal from './data/unreal.json' with { type: 'json' };

/** The works of fiction that a text tells of. */
export type Works = {
  /** Whether it tells of any. */
  readonly isMadeUp: boolean;
  /** Nouns that mean one here: "play", and "film" where nothing says that it is a documentary. */
  readonly nouns: string;
  /** "The Long Table". */
  readonly titles: readonly string[];
  /** The names, and the nouns, of those who made one or speak of it: they are real. */
  readonly makers: RegExp;
};

/** Longer lists of titles are no article's. */
const MOST_TITLES = 20;
const NAME = String.raw`\p{Lu}[\p{L}’'-]{1,24}(?: \p{Lu}[\p{L}’'-]{1,24}){0,2}`;
const TITLE = String.raw`\p{Lu}[\p{L}’'-]{0,24}(?: (?:of|the|and|in|a|to|for|on|\p{Lu}[\p{L}’'-]{0,24})){0,6} \p{Lu}[\p{L}’'-]{0,24}`;

const any = (words: readonly string[]): string => words.join('|');
const MAKERS = any(unreal.makers);
const MADE_UP = new RegExp(String.raw`(?<!\p{L})(?:${any([...unreal.works, ...unreal.madeUp])})(?!\p{L})`, 'iu');
const DOCUMENTARY = new RegExp(String.raw`(?<!\p{L})(?:${any(unreal.documentary)})(?!\p{L})`, 'iu');
const ALL = any([...unreal.works, ...unreal.perhapsWorks]);

const NAMED = [
  new RegExp(`(?:${MAKERS}),? (${NAME})`, 'gu'),
  new RegExp(String.raw`(${NAME}), (?:[\p{L}’'-]{1,24} ){0,4}(?:${MAKERS})(?!\p{L})`, 'gu'),
  new RegExp(
    String.raw`(?:${ALL})(?:, [^,.]{2,40},)? (?:(?:written|directed|created) )?by (?:the )?(?:\p{Ll}{1,24} ){0,2}(${NAME})`,
    'gu',
  ),
  new RegExp(String.raw`(${NAME})[’']s? (?:[\p{L}-]{1,24} ){0,3}(?:${ALL})(?!\p{L})`, 'gu'),
  new RegExp(
    String.raw`(${NAME}),? (?:who |also |has |had )?(?:${any(unreal.making)}|play(?:s|ed) (?:an?|the|\p{Lu}))(?!\p{L})`,
    'gu',
  ),
  new RegExp(`(?:play|portray|voic|perform|direct|writt)(?:ed|en) by (${NAME})`, 'gu'),
];

/** What a text says of the works of fiction in it. */
export function readWorks(text: string): Works {
  const isMadeUp = MADE_UP.test(text);
  const nouns = isMadeUp && !DOCUMENTARY.test(text) ? ALL : any(unreal.works);
  const titled = [
    new RegExp(`(?:${nouns})(?:,? (?:called|titled|entitled|named))?,? [“"‘]([^”"’“‘]{2,40}?),?[”"’]`, 'gu'),
    new RegExp(`(?:${nouns})(?:,? (?:called|titled|entitled|named))? (${TITLE})`, 'gu'),
    new RegExp(String.raw`(?:${nouns}), ((?:The|A|An) ${TITLE}|(?:The|A|An) \p{Lu}[\p{L}’'-]{0,24})`, 'gu'),
    new RegExp(
      String.raw`[“"‘]([^”"’“‘]{2,40}?),?[”"’],? (?:an?|the|his|her|their) (?:[\p{L}-]{1,24} ){0,3}(?:${nouns})`,
      'gu',
    ),
    new RegExp(String.raw`(${TITLE}), (?:an?|the|his|her|their) (?:[\p{L}-]{1,24} ){0,3}(?:${nouns})`, 'gu'),
  ];
  const titles = isMadeUp
    ? titled.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1] ?? ''))
    : [];
  const names = isMadeUp ? NAMED.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1] ?? '')) : [];
  const surnames = new Set(
    names.map((name) => name.split(' ').at(-1) ?? '').filter((name) => !titles.some((title) => title.endsWith(name))),
  );
  const all = [...[...surnames].slice(0, MOST_TITLES).map(escaped), ...unreal.makers];
  return {
    isMadeUp,
    nouns,
    titles: [...new Set(titles)].slice(0, MOST_TITLES),
    makers: new RegExp(String.raw`(?<!\p{L})(?:${any(all)})(?!\p{L})`, 'u'),
  };
}

export function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
}
