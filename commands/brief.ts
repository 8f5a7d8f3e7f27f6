import type { App } from '#core/app.ts';
import { choiceOf, numberOf, textOf } from '#core/arguments.ts';
import type { Card } from '#core/card.ts';
import type { Command, Param, Reply } from '#core/command.ts';
import type { ChannelDigest } from '#core/desk.ts';
import { findAddress } from '#core/find-address.ts';
import { echo } from '#core/find-command.ts';
import type { NewsItem } from '#core/following.ts';
import { Problem } from '#core/problem.ts';
import { briefingCard } from '#render/briefing-card.ts';
import { digestReply } from '#render/digest-reply.ts';

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
          {
            name: 'article',
            about: 'an address, or words of what the feeds here brought; without either, the latest of them',
            kind: 'article',
            required: true,
            isRecalled: false,
            orWords: true,
          },
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
          const given = textOf(args, 'article');
          // A story stands here only where a button of a digest asks.
          const story = textOf(args, 'story');
          if (app.desk !== null && given === '' && story === '') return latestOf(await app.desk.digest(null));
          const { address, others } = await lookUp(given, story, app);
          const article = await app.read(address);
          const briefing = await app.brief(article, {
            engine: choiceOf(args, 'engine', ENGINES),
            points: numberOf(args, 'points'),
            style: textOf(args, 'style') || null,
            language: textOf(args, 'language') || null,
          });
          return { kind: 'briefing', card: withOthers(briefingCard(briefing), others), data: briefing };
        },
      },
    ],
  };
}

/** @throws Problem `BAD_USAGE` where there are no feeds to take the latest of. */
function latestOf(latest: ChannelDigest): Reply {
  if (latest.feeds.length > 0) return digestReply(latest, null);
  throw new Problem('BAD_USAGE', '/brief needs an address: this channel follows no feeds whose latest it could show');
}

type Found = { readonly address: string; readonly others: readonly NewsItem[] };

/**
 * The article that is meant: an address as it is, an entry of a feed, or the best of what the channel's feeds brought about words.
 * @throws Problem `NO_NEWS`, `NOT_FOUND`.
 */
async function lookUp(given: string, story: string, { desk }: App): Promise<Found> {
  if (desk === null || (story === '' && findAddress(given) !== null)) return { address: given, others: [] };
  const found = story === '' ? await desk.find(given) : [await desk.item(story)];
  const [best, ...others] = found.filter(({ url }) => url !== null);
  if (best?.url == null) throw new Problem('NO_NEWS', story === '' ? `nothing about “${echo(given)}”` : 'no address');
  return { address: best.url, others };
}

/** What else was found, each to be briefed with one press. */
function withOthers(card: Card, others: readonly NewsItem[]): Card {
  if (others.length === 0) return card;
  const choices = others.map(({ id, title, outlet }) => ({
    label: title,
    detail: outlet,
    press: { action: 'story' as const, story: id, under: null },
  }));
  return { ...card, blocks: [...card.blocks, { kind: 'choices', prompt: 'Also found', choices }] };
}
