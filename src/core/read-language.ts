/** Languages that people may ask for by name; any other is asked for by its tag. */
const NAMED = (
  'ar bg bn ca cs da de el en es et eu fa fi fil fr ga gl gu he hi hr hu hy id is it ja ka kk ko lt lv mk ml mr ms nb nl pa pl pt ro ' +
  'ru sk sl sq sr sv sw ta te th tr uk ur uz vi zh'
).split(' ');

let byName: ReadonlyMap<string, string> | null = null;

/**
 * A language as a reader writes it, as a BCP 47 tag: "de", "pt-BR", "German", "Deutsch". Null where it is none that anybody knows.
 */
export function readLanguage(words: string): string | null {
  const name = words.trim().toLowerCase();
  byName ??= new Map(NAMED.flatMap((tag) => ['en', tag].map((own) => [nameOf(tag, own)?.toLowerCase() ?? tag, tag])));
  return byName.get(name) ?? readTag(name);
}

/** Whether two tags are of one language: "pt" and "pt-BR" are. */
export function isSameLanguage(one: string, other: string): boolean {
  const primary = (tag: string) => tag.toLowerCase().split('-')[0];
  return primary(one) === primary(other);
}

function readTag(name: string): string | null {
  try {
    const [tag] = Intl.getCanonicalLocales(name);
    // A word that merely looks like a tag ("short") names no language.
    return tag !== undefined && tag !== 'und' && nameOf(tag, 'en') !== undefined ? tag : null;
  } catch {
    return null;
  }
}

function nameOf(tag: string, own: string): string | undefined {
  return new Intl.DisplayNames([own], { type: 'language', fallback: 'none' }).of(tag);
}
