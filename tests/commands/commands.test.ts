import { expect, test } from 'vitest';
import { attribute } from '#attribute/attribute.ts';
import { commands } from '#commands/index.ts';
import type { App } from '#core/app.ts';
import { createApp } from '#flow/create-app.ts';
import { chooseEngine } from '#summarize/choose-engine.ts';
import { makeBriefing } from '#verify/make-briefing.ts';
import { TEXT } from '../a-briefing.ts';
import { anArticle } from '../an-article.ts';

const app: App = createApp({ read: async () => anArticle(TEXT), attribute, chooseEngine, verify: makeBriefing });

function command(name: string) {
  const found = commands.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no command ${name}`);
  return found;
}

test('every command has a name of its own, a line about it and an example that gives what it requires', () => {
  expect(new Set(commands.map(({ name }) => name)).size).toBe(commands.length);
  for (const { name, about, examples } of commands) {
    expect(name).toMatch(/^[a-z]+$/);
    expect(about).not.toMatch(/\.$/);
    expect(examples.length).toBeGreaterThan(0);
  }
});

test('/brief gives the points, and the same as data', async () => {
  const { card, data } = await command('brief').run({ article: 'x', points: 2 }, app);
  expect(card.blocks.filter(({ kind }) => kind === 'point').length).toBeGreaterThan(0);
  expect(data).toMatchObject({ engine: { name: 'extractive' }, points: expect.any(Array), withheld: [] });
});

test('/sources gives who is credited', async () => {
  const { card, data } = await command('sources').run({ article: 'x' }, app);
  expect(JSON.stringify(card)).toContain('Ida Holm');
  expect(data).toMatchObject({ sources: expect.any(Array), attributions: expect.any(Array) });
});

test('/ask answers, or says that the article does not', async () => {
  const said = await command('ask').run({ article: 'x', question: 'Who said the bridge was closed?' }, app);
  expect(JSON.stringify(said.card)).toContain('closed on Monday');
  const unsaid = await command('ask').run({ article: 'x', question: 'How many penguins live in Antarctica?' }, app);
  expect(JSON.stringify(unsaid.card)).toContain('The article does not say.');
  expect(unsaid.data).toMatchObject({ answered: false });
});

test('asking for a model where none is configured is refused with its own code', async () => {
  await expect(command('brief').run({ article: 'x', engine: 'model' }, app)).rejects.toMatchObject({
    code: 'SERVICE_UNAVAILABLE',
  });
});

test('an unknown style is refused with the known ones', async () => {
  await expect(command('brief').run({ article: 'x', style: 'baroque' }, app)).rejects.toMatchObject({
    code: 'BAD_USAGE',
    message: expect.stringContaining('standard'),
  });
});
