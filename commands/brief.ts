import { choiceOf, numberOf, textOf } from '#core/arguments.ts';
import type { Command, Param } from '#core/command.ts';
import { briefingCard } from '#render/briefing-card.ts';

/** What a briefing can be, where this byline runs. */
export type BriefOffer = {
  /** The values of `style`, the one that nobody need name first. */
  readonly styles: readonly string[];
  /** Whether a model may be asked for by name, and for another language. */
  readonly hasModel: boolean;
};

const ENGINES = ['extractive', 'model'] as const;

export function createBrief({ styles, hasModel }: BriefOffer): Command {
  const language: Param = {
    ...{ name: 'language', about: 'such as de or German: a translation beside what was checked' },
    ...{ kind: 'text', required: false },
  };
  return {
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
            about: 'who writes it; extractive: in the article’s own words',
            kind: 'choice',
            choices: ENGINES.filter((engine) => hasModel || engine !== 'model'),
            required: false,
          },
          {
            name: 'style',
            about: `how it is written; ${styles[0] ?? 'standard'} where you name none`,
            kind: 'choice',
            choices: styles,
            required: false,
          },
          ...(hasModel ? [language] : []),
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
            language: textOf(args, 'language') || null,
          });
          return { kind: 'briefing', card: briefingCard(briefing), data: briefing };
        },
      },
    ],
  };
}
