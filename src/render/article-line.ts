import type { Article } from '#core/article.ts';

/** Adults read some 240 words of prose a minute (Brysbaert 2019, 238). */
const WORDS_A_MINUTE = 240;
/** Scripts that write no spaces between words are read at about this many characters a minute. */
const CHARACTERS_A_MINUTE = 500;
const SPACELESS = /^(ja|zh|th|lo|km|my)\b/;

/** "Harbour Post · 26 May 2026 · 5 min read": what is known of the article, in that order. */
export function articleLine(article: Article): string {
  const minutes = SPACELESS.test(article.language)
    ? article.text.length / CHARACTERS_A_MINUTE
    : wordsIn(article.text) / WORDS_A_MINUTE;
  const parts = [
    article.outlet ?? hostOf(article.url),
    article.authors.length === 0 ? null : `by ${article.authors.slice(0, 3).join(', ')}`,
    dayOf(article.publishedAt),
    `${Math.max(1, Math.round(minutes))} min read`,
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

/** Of a text that was dropped the passages are left, with blanks between: they tell how many words the whole had. */
function wordsIn(text: string): number {
  const words = text.split(/\s+/).filter((word) => word !== '').length;
  const kept = text.replace(/ {2,}/g, ' ').length;
  return kept === 0 ? 0 : words * (text.length / kept);
}

/** The calendar day as the page prints it, never shifted into another zone. */
function dayOf(publishedAt: string | null): string | null {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(publishedAt ?? '') ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(date);
}

function hostOf(url: string | null): string | null {
  return url !== null && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : null;
}
