import { textOf } from '#core/arguments.ts';
import type { Command } from '#core/command.ts';
import { sourcesCard } from '#render/sources-card.ts';

export const sources: Command = {
  name: 'sources',
  about: 'Who the article credits, in what words, through which outlet: the full record',
  verbs: [
    {
      name: 'cited',
      about: 'who the article of this thread, or a given one, credits with what: the full record',
      params: [
        { name: 'article', about: 'the article to look into', kind: 'article', required: true, isRecalled: true },
      ],
      examples: ['', 'https://example.org/story'],
      permission: 'anyone',
      audience: 'channel',
      async run(args, app) {
        const given = textOf(args, 'article');
        const article = given === '' ? await app.recall() : await app.read(given);
        const testimony = await app.testimony(article);
        return { kind: 'testimony', card: sourcesCard(article, testimony), data: testimony };
      },
    },
  ],
};
