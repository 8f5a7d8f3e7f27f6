import { choiceOf, numberOf, textOf } from '#core/arguments.ts';
import type { Command } from '#core/command.ts';
import { briefingCard } from '#render/briefing-card.ts';

const ENGINES = ['extractive', 'model'] as const;

export const brief: Command = {
  name: 'brief',
  about: 'The key points of one article: who said it, through which outlet, checked against the text',
  verbs: [
    {
      name: null,
      about: 'the key points of one article, each with who said it',
      params: [
        { name: 'article', about: 'the address of an article', kind: 'article', required: true, isRecalled: false },
        { name: 'points', about: 'how many key points at most', kind: 'number', least: 1, most: 10, required: false },
        {
          name: 'engine',
          about: 'who writes it; extractive needs nothing',
          kind: 'choice',
          choices: ENGINES,
          required: false,
        },
        { name: 'style', about: 'standard, short or executive', kind: 'text', required: false },
        { name: 'private', about: 'only you see it', kind: 'flag', required: false },
      ],
      examples: ['https://example.org/story', 'https://example.org/story --points 4'],
      permission: 'anyone',
      audience: 'channel',
      async run(args, app) {
        const article = await app.read(textOf(args, 'article'));
        const briefing = await app.brief(article, {
          engine: choiceOf(args, 'engine', ENGINES),
          points: numberOf(args, 'points'),
          style: textOf(args, 'style') || null,
        });
        return { kind: 'briefing', card: briefingCard(briefing), data: briefing };
      },
    },
  ],
};
