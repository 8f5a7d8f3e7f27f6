import { textOf } from '#core/arguments.ts';
import type { Command } from '#core/command.ts';
import { answerCard } from '#render/answer-card.ts';

export const ask: Command = {
  name: 'ask',
  about: 'An answer from the article, with its passages, or a plain “the article does not say”',
  params: [
    { name: 'article', about: 'the article to ask', kind: 'article', required: true },
    { name: 'question', about: 'what you want to know', kind: 'text', required: true },
  ],
  examples: ['examples/harbour-bridge.html "Who said the bridge was safe?"'],
  async run(args, app) {
    const article = await app.read(textOf(args, 'article'));
    const question = textOf(args, 'question');
    const reply = await app.answer(question, article, { engine: null });
    return { card: answerCard(question, reply, article, app.testimony(article)), data: reply };
  },
};
