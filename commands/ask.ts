import { textOf } from '#core/arguments.ts';
import type { Command } from '#core/command.ts';
import { answerCard } from '#render/answer-card.ts';

export const ask: Command = {
  name: 'ask',
  about: 'An answer from the article, with its passages, or a plain “the article does not say”',
  verbs: [
    {
      name: null,
      about: 'a question about the last article briefed here, answered for you alone; in its thread everyone sees it',
      params: [
        { name: 'article', about: 'the article to ask', kind: 'article', required: true, isRecalled: true },
        { name: 'question', about: 'what you want to know', kind: 'text', required: true },
      ],
      examples: ['Who said the bridge was safe?'],
      permission: 'anyone',
      audience: 'asker',
      async run(args, app) {
        const given = textOf(args, 'article');
        const article = given === '' ? await app.recall() : await app.read(given);
        const question = textOf(args, 'question');
        const reply = await app.answer(question, article, { engine: null });
        const card = answerCard(question, reply, article, await app.testimony(article));
        return { kind: 'answer', card, data: reply };
      },
    },
  ],
};
