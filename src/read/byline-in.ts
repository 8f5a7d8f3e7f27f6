import { splitNames } from './page-authors.ts';

/** A line that tells who wrote the article is no longer, in UTF-16 units. */
const LONGEST = 120;
const NAME = String.raw`\p{Lu}[\p{L}.’'-]*(?:\s(?:(?:de|da|do|dos|del|della|di|van|von|der|den|la|le|ten|ter)\s){0,2}\p{Lu}[\p{L}.’'-]*){1,3}`;
/** "By Ida Holm", "Von Greta Wolf und Jan Ott, Ohlenburg, 12. März", "Par Anne Roche (avec agences)", "di Ugo Rossi": names, then a mark or the end. */
const LINE = new RegExp(
  String.raw`^(?:[Bb]y|[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Dd]oor|[Aa][fv]|BY|VON|PAR|POR|DI|DOOR|A[FV]|(?:Text|Texte|Texto|Testo|Tekst)(?:\s(?:von|de|di|van|door|av|af))?)\s?:?\s(${NAME}(?:(?:,|\s(?:and|und|et|y|e|en|og|och|&))\s${NAME})*)(?:\s?[,|•·–—/(-].*)?$`,
  'u',
);

/** Whom a paragraph names as the article's authors when it is a byline and nothing else; otherwise nobody. */
export function bylineIn(paragraph: string): string[] {
  const line = paragraph.trim();
  if (line.length > LONGEST || /[.!?…:]["”’»]?$/u.test(line)) return [];
  const names = LINE.exec(line)?.[1];
  return names === undefined ? [] : splitNames(names);
}
