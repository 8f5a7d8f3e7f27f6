import type { Step } from './app.ts';
import type { Article } from './article.ts';
import type { Briefing } from './briefing.ts';
import type { Block, Card } from './card.ts';
import type { Command } from './command.ts';
import type { Problem } from './problem.ts';
import type { Testimony } from './testimony.ts';

/** The words that the walk needs; `render` writes them. */
export type Wording = {
  readonly progress: (step: Step) => Card;
  readonly problem: (problem: Problem) => Card;
  /** Something that nobody foresaw: in words, with the id under which the log has it. */
  readonly unexpected: (id: string) => Card;
  readonly help: (commands: readonly Command[], command: Command | null) => Card;
  /** The buttons under a briefing. `page`: the address of its passages page, where there is one. */
  readonly briefingButtons: (briefing: Briefing, slug: string, page: string | null) => Block;
  readonly passages: (briefing: Briefing) => Card;
  readonly sources: (article: Article, testimony: Testimony) => Card;
};
