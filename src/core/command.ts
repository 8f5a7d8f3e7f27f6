import type { Answer } from './answer.ts';
import type { App } from './app.ts';
import type { Briefing } from './briefing.ts';
import type { Card } from './card.ts';
import type { Testimony } from './testimony.ts';

/**
 * What a command takes. A platform makes its own menu, option or argument of it; on a line, what is required stands by
 * its place, in this order, and the rest by its name.
 */
export type Param = {
  readonly name: string;
  readonly about: string;
  readonly required: boolean;
} & (
  | { readonly kind: 'article' | 'text' }
  | { readonly kind: 'number'; readonly least: number; readonly most: number }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
);

/** Values by parameter name; what was not given is absent. Numbers are inside their bounds, choices are among the offered. */
export type Arguments = Readonly<Record<string, string | number | undefined>>;

/** What a reader sees, and the same as data for programs. */
type Reply = { readonly card: Card; readonly data: Briefing | Testimony | Answer };

/** Something a reader can ask of the bot, free of any platform. */
export type Command = {
  readonly name: string;
  readonly about: string;
  readonly params: readonly Param[];
  /** The words after the command's name. */
  readonly examples: readonly string[];
  readonly run: (args: Arguments, app: App) => Promise<Reply>;
};
