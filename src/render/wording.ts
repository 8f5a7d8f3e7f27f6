import type { Wording } from '#core/wording.ts';
import { briefingButtons } from './briefing-buttons.ts';
import { correctionCard } from './correction-card.ts';
import { feedSickCard, feedWellCard } from './feed-card.ts';
import { helpCard } from './help-card.ts';
import { homeCard } from './home-card.ts';
import { passagesCard } from './passages-card.ts';
import { problemCard, undeliveredCard, unexpectedCard } from './problem-card.ts';
import { progressCard } from './progress-card.ts';
import { briefedAlreadyCard, missedCard } from './schedule-card.ts';
import { sourcesCard } from './sources-card.ts';

/** All words that the walk needs, in one hand. */
export const wording: Wording = {
  progress: progressCard,
  problem: problemCard,
  unexpected: unexpectedCard,
  help: helpCard,
  briefingButtons,
  passages: passagesCard,
  sources: sourcesCard,
  home: homeCard,
  feedSick: feedSickCard,
  feedWell: feedWellCard,
  undelivered: undeliveredCard,
  missed: missedCard,
  corrected: correctionCard,
  briefedAlready: briefedAlreadyCard,
};
