import { htmlToText } from './html-to-text.ts';

/** What agencies put before a headline: "UPDATE 3-", "EXCLUSIVE:". */
const FLAG = /^\p{Lu}{4,12}(?: \d{1,2})?\s?[-:–—]\s?(?=\S)/u;
const CUT_OFF = /\s?(?:\.{3}|…)$/;
/** "… - The Daily Star", "… | BBC News": a name after the last bar or dash. */
const SIGNATURE = /\s[-|–—]\s\p{Lu}[^-|–—]{2,40}$/u;

/** An opening tells what a summary is about; what follows it is often a list of other things. */
const MOST_SUMMARY_CHARACTERS = 400;

/**
 * What an item tells, each on one line: its headline without the outlet's name and an agency's flag, and the opening of its
 * summary.
 */
export function storyText(item: {
  readonly title: string;
  readonly summary?: string | null;
  readonly outlet?: string | null;
}): { readonly title: string; readonly summary: string } {
  return {
    title: withoutOutlet(htmlToText(item.title).replace(CUT_OFF, ''), item.outlet ?? null).replace(FLAG, ''),
    summary: htmlToText(item.summary ?? '')
      .slice(0, MOST_SUMMARY_CHARACTERS)
      .toWellFormed(),
  };
}

function withoutOutlet(title: string, outlet: string | null): string {
  const bare = title.replace(SIGNATURE, '');
  if (bare !== title || outlet === null || outlet === '') return bare;
  return title.endsWith(outlet) ? title.slice(0, -outlet.length).replace(/\s[-|–—:]\s?$/, '') : title;
}
