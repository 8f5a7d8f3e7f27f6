import type { Answer } from '#core/answer.ts';
import { type Article, overlaps, type Span } from '#core/article.ts';
import type { Block, Card } from '#core/card.ts';
import { isInDoubt } from '#core/is-in-doubt.ts';
import type { Testimony } from '#core/testimony.ts';
import { creditLine } from './credit.ts';
import { fallbackNote } from './fallback-note.ts';
import { lineAt } from './line-at.ts';

/** More passages than this are no answer but the article again. */
const MOST_PASSAGES = 3;

/**
 * An answer with its passages and their credit, or a plain "the article does not say" and what it says nearest. A model's own words
 * stand first, and the passages under them bear them; what was cut from the article is its passages and nothing else.
 */
export function answerCard(question: string, answer: Answer, article: Article, testimony: Testimony): Card {
  const passages = answer.evidence.slice(0, MOST_PASSAGES).map((span): Block => {
    const credit = creditLine(saidIn(span, testimony), testimony, article);
    return { kind: 'passage', text: lineAt(article.text, span), credit };
  });
  const why = fallbackNote(answer.engine);
  if (answer.answered) return { title: question, blocks: [...ownWords(answer), ...passages, ...why] };
  const nearest: Block[] =
    passages.length === 0 ? [] : [{ kind: 'note', text: 'What it says nearest:' }, ...passages.slice(0, 1)];
  return { title: question, blocks: [{ kind: 'text', text: 'The article does not say.' }, ...nearest, ...why] };
}

/** The statements of a passage that get a line of credit: of what is in doubt the passage's own words say whose it is. */
export function saidIn(passage: Span, { attributions }: Testimony): string[] {
  return attributions
    .filter(({ content }) => content.some((piece) => overlaps(passage, piece)))
    .filter((attribution) => !isInDoubt(attribution, passage))
    .map(({ id }) => id);
}

/** What a model wrote, and who it was. A translation is ours, so that what was checked stands beneath it. */
function ownWords({ text, translation, engine }: Answer): Block[] {
  if (engine?.name !== 'model' || text.trim() === '') return [];
  const by = `Written by the model ${engine.model ?? ''}`.trim();
  const checked: Block[] =
    translation === undefined
      ? [{ kind: 'note', text: `${by}, checked against these passages:` }]
      : [
          { kind: 'text', text },
          {
            kind: 'note',
            text: `${by}, which translated it too; what was checked against these passages stands second.`,
          },
        ];
  return [{ kind: 'text', text: translation ?? text }, ...checked];
}
