import type { Step } from '#core/app.ts';
import type { Card } from '#core/card.ts';

const WORDS: Readonly<Record<Step, string>> = {
  waiting: 'One moment…',
  reading: 'Reading the article…',
  briefing: 'Briefing: looking for what matters and who said it…',
  checking: 'Checking every point against the text…',
  answering: 'Looking for it in the article…',
};

/** What the bot is doing, while somebody waits. */
export function progressCard(step: Step): Card {
  return { title: WORDS[step], blocks: [] };
}
