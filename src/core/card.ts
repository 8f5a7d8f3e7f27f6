import type { Press } from './press.ts';

/** A message with no platform in it. Each platform draws the blocks in its own way; all text in it is plain, never markup. */
export type Card = {
  readonly title: string;
  readonly blocks: readonly Block[];
};

export type Block =
  /** Small print: the line under the title, counts, caveats. */
  | { readonly kind: 'note'; readonly text: string }
  /** An ordinary paragraph. */
  | { readonly kind: 'text'; readonly text: string }
  /** Opens a part of the message. */
  | { readonly kind: 'heading'; readonly text: string; readonly detail: string | null }
  /** A key point or a statement, and who it comes from. `passage` holds the article's own words where they differ. */
  | { readonly kind: 'point'; readonly text: string; readonly credit: string | null; readonly passage: string | null }
  /** Words of the article, shown as a quotation. */
  | { readonly kind: 'passage'; readonly text: string; readonly credit: string | null }
  /**
   * A piece of news among others: its title leads to the page (`url`); under it what is said of it, and lines of small print, whose
   * pieces may lead somewhere, too. `number`: how buttons below name it.
   */
  | {
      readonly kind: 'story';
      readonly number: number | null;
      readonly title: string;
      readonly url: string | null;
      readonly text: string | null;
      readonly lines: readonly (readonly Words[])[];
    }
  /** Rows of short texts under named columns; every row has as many cells as there are columns. */
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  /** What a reader can do next. */
  | { readonly kind: 'buttons'; readonly buttons: readonly Button[] }
  /** One of several things to look at, too many for buttons. At most `MOST_CHOICES`. */
  | { readonly kind: 'choices'; readonly prompt: string; readonly choices: readonly Choice[] };

/** Words that may lead to an address; only http(s) is followed. */
export type Words = { readonly text: string; readonly url: string | null };

type Choice = { readonly label: string; readonly detail: string | null; readonly press: Press };
/** So many does the narrowest platform take (Discord, options of a select). */
export const MOST_CHOICES = 25;

/** Opens an http(s) address, or comes back as a press. */
export type Button = { readonly label: string } & ({ readonly open: string } | { readonly press: Press });
