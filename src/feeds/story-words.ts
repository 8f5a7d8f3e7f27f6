import { htmlToText } from './html-to-text.ts';

/** What agencies put before a headline: "UPDATE 3-", "EXCLUSIVE:". */
const FLAG = /^\p{Lu}{4,12}(?: \d{1,2})?\s?[-:–—]\s?(?=\S)/u;
const CUT_OFF = /\s?(?:\.{3}|…)$/;
/** "… - The Daily Star", "… | BBC News": a name after the last bar or dash. */
const SIGNATURE = /\s[-|–—]\s\p{Lu}[^-|–—]{2,40}$/u;

/** An opening tells what a summary is about; what follows it is often a list of other things. */
const MOST_SUMMARY_CHARACTERS = 400;

/** A headline on one line, without the outlet's name and an agency's flag. */
export function titleText(title: string, outlet: string | null): string {
  return withoutOutlet(htmlToText(title).replace(CUT_OFF, ''), outlet).replace(FLAG, '');
}

/** The opening of a summary, on one line. */
export function summaryText(summary: string): string {
  return htmlToText(summary).slice(0, MOST_SUMMARY_CHARACTERS).toWellFormed();
}

function withoutOutlet(title: string, outlet: string | null): string {
  const bare = title.replace(SIGNATURE, '');
  if (bare !== title || outlet === null || outlet === '') return bare;
  return title.endsWith(outlet) ? title.slice(0, -outlet.length).replace(/\s[-|–—:]\s?$/, '') : title;
}
