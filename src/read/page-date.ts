import type { DomDocument } from './dom.ts';
import { hasType, type LinkedNode } from './json-ld.ts';
import type { Meta } from './page-meta.ts';

const META = [
  'article:published_time',
  'og:published_time',
  'og:article:published_time',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date.issued',
  'dcterms.created',
  'pubdate',
  'publishdate',
  'publish-date',
  'publication_date',
  'cxenseparse:recs:publishtime',
  'date',
  'dc.date',
  'citation_publication_date',
] as const;
const PLACES = [
  'time[pubdate]',
  'article time[datetime]',
  'time[itemprop=datePublished]',
  '[itemprop=datePublished]',
  'time.published',
  'time[datetime]',
  'abbr.published',
  '.entry-date',
  '.post-date',
  '.published',
  '.date',
  '[class*=publish]',
  '[class*=date]',
];

/** More places with dates than this are a list of other articles. */
const MOST_LOOKED_AT = 20;

/** When the article came out: ISO 8601 in the page's own zone, never shifted; null where no date can be told. */
export function findDate(
  document: DomDocument,
  article: LinkedNode,
  nodes: readonly LinkedNode[],
  meta: Meta,
  url: string | null,
): string | null {
  const webPage = nodes.find((node) => hasType(node, /WebPage/));
  return (
    isoDate(article.datePublished) ??
    isoDate(meta(...META)) ??
    isoDate(webPage?.datePublished) ??
    dateInUrl(url) ??
    dateOnPage(document) ??
    isoDate(article.dateCreated ?? article.dateModified)
  );
}

function dateInUrl(url: string | null): string | null {
  const [, year, month, day] =
    /\/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:\/|-|\b)/.exec((url ?? '').slice(0, 2_000)) ?? [];
  return year === undefined ? null : calendarDay(Number(year), Number(month), Number(day));
}

function dateOnPage(document: DomDocument): string | null {
  for (const place of PLACES) {
    let looked = 0;
    for (const element of document.querySelectorAll(place)) {
      if (looked++ >= MOST_LOOKED_AT) break;
      const given =
        element.getAttribute('datetime') ?? element.getAttribute('content') ?? element.getAttribute('title');
      const date = isoDate(given) ?? isoDate((element.textContent ?? '').trim().slice(0, 60));
      if (date !== null) return date;
    }
  }
  return null;
}

const MONTHS =
  'january february march april may june july august september october november december januar februar märz april mai juni juli august september oktober november dezember janvier février mars avril mai juin juillet août septembre octobre novembre décembre enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre januari februari maart april mei juni juli augustus september oktober november december'.split(
    ' ',
  );

/** A date as pages write it, as ISO 8601: with its time and zone where they are given, else the day alone. */
function isoDate(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const text = value.trim().slice(0, 100);
  const [, y, m, d, time = '', zone = ''] =
    /(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)\s?(Z|[+-]\d{2}:?\d{2})?)?/.exec(text) ??
    [];
  if (y !== undefined) {
    const day = calendarDay(Number(y), Number(m), Number(d));
    return day === null || time === '' ? day : `${day}T${time}${zone.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2')}`;
  }
  const [, compact] = /^(\d{8})(?:T|\D|$)/.exec(text) ?? [];
  if (compact !== undefined)
    return calendarDay(Number(compact.slice(0, 4)), Number(compact.slice(4, 6)), Number(compact.slice(6)));
  const [, dd, mm, yyyy] = /\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})/.exec(text) ?? [];
  if (dd !== undefined) return calendarDay(Number(yyyy), Number(mm), Number(dd));
  return dateInWords(text);
}

function dateInWords(text: string): string | null {
  const words = text.toLowerCase().match(/\p{L}+|\d+/gu) ?? [];
  const at = words.findIndex((word) => monthOf(word) !== null);
  const month = monthOf(words[at] ?? '');
  if (month === null) return null;
  const near = words
    .slice(Math.max(0, at - 2), at + 4)
    .filter((word) => /^\d+$/.test(word))
    .map(Number);
  const year = near.find((number) => number >= 1900 && number < 2100);
  const day = near.find((number) => number >= 1 && number <= 31);
  return year === undefined || day === undefined ? null : calendarDay(year, month, day);
}

function monthOf(word: string): number | null {
  if (word.length < 3) return null;
  const at = MONTHS.findIndex((month) => month === word || (word.length <= 4 && month.startsWith(word)));
  return at < 0 ? null : (at % 12) + 1;
}

function calendarDay(year: number, month: number, day: number): string | null {
  if (!(year >= 1900 && year < 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31)) return null;
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}`;
}
