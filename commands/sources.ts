import { textOf } from '#core/arguments.ts';
import type { Command } from '#core/command.ts';
import { sourcesCard } from '#render/sources-card.ts';

export const sources: Command = {
  name: 'sources',
  about: 'Who the article credits, in what words, through which outlet: the full record',
  params: [{ name: 'article', about: 'the article to look into', kind: 'article', required: true }],
  examples: ['https://example.org/story', 'examples/harbour-bridge.html'],
  async run(args, app) {
    const article = await app.read(textOf(args, 'article'));
    const testimony = app.testimony(article);
    return { card: sourcesCard(article, testimony), data: testimony };
  },
};
