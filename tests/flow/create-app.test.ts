import { expect, test } from 'vitest';
import { attribute } from '#attribute/attribute.ts';
import { ask } from '#commands/ask.ts';
import { createApp } from '#flow/create-app.ts';
import { chooseEngine } from '#summarize/choose-engine.ts';
import { makeBriefing } from '#verify/make-briefing.ts';
import { TEXT } from '../a-briefing.ts';
import { anArticle } from '../an-article.ts';

test('an answer and its card work out who said what once', async () => {
  let calls = 0;
  const app = createApp({
    read: async () => anArticle(TEXT),
    attribute: (article) => {
      calls += 1;
      return attribute(article);
    },
    chooseEngine,
    verify: makeBriefing,
  });
  await ask.verbs[0].run({ article: 'x', question: 'When was the bridge closed?' }, app);
  expect(calls).toBe(1);
});
