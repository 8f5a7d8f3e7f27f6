import { expect, test } from 'vitest';
import { attribute } from '#attribute/attribute.ts';
import { createCommands } from '#commands/index.ts';
import type { App, BriefWish } from '#core/app.ts';
import type { Arguments } from '#core/command.ts';
import { readWords } from '#core/read-words.ts';
import { createApp } from '#flow/create-app.ts';
import { chooseEngine } from '#summarize/choose-engine.ts';
import { makeBriefing } from '#verify/make-briefing.ts';
import { TEXT } from '../a-briefing.ts';
import { commands } from '../all-commands.ts';
import { anArticle } from '../an-article.ts';

const app: App = createApp({ read: async () => anArticle(TEXT), attribute, chooseEngine, verify: makeBriefing });

function command(name: string) {
  const found = commands.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no command ${name}`);
  return found;
}

const run = (name: string, args: Arguments, own = app) => command(name).verbs[0].run(args, own);

test('every command has a name of its own, a line about it and an example that gives what it requires', () => {
  expect(new Set(commands.map(({ name }) => name)).size).toBe(commands.length);
  for (const command of commands) {
    expect(command.name).toMatch(/^[a-z]+$/);
    expect(command.about).not.toMatch(/\.$/);
    for (const verb of command.verbs) {
      expect(verb.about).not.toMatch(/\.$/);
      expect(verb.examples.length).toBeGreaterThan(0);
      for (const words of verb.examples)
        expect(readWords(command, [verb.name, words].filter(Boolean).join(' '))).toMatchObject({ kind: 'run', verb });
    }
  }
});

test('/brief gives the points, and the same as data', async () => {
  const { card, data } = await run('brief', { article: 'x', points: 2 });
  expect(card.blocks.filter(({ kind }) => kind === 'point').length).toBeGreaterThan(0);
  expect(data).toMatchObject({ engine: { name: 'extractive' }, points: expect.any(Array), withheld: [] });
});

test('/ask and /sources cited take the article that the place is about when none is given', async () => {
  const here: App = {
    ...app,
    read: () => Promise.reject(new Error('nothing to read')),
    recall: async () => anArticle(TEXT),
  };
  expect(await run('ask', { question: 'Who said the bridge was closed?' }, here)).toMatchObject({ kind: 'answer' });
  expect(await run('sources', {}, here)).toMatchObject({ kind: 'testimony' });
});

test('/sources gives who is credited', async () => {
  const { card, data } = await run('sources', { article: 'x' });
  expect(JSON.stringify(card)).toContain('Ida Holm');
  expect(data).toMatchObject({ sources: expect.any(Array), attributions: expect.any(Array) });
});

test('/ask answers, or says that the article does not', async () => {
  const said = await run('ask', { article: 'x', question: 'Who said the bridge was closed?' });
  expect(JSON.stringify(said.card)).toContain('closed on Monday');
  const unsaid = await run('ask', { article: 'x', question: 'How many penguins live in Antarctica?' });
  expect(JSON.stringify(unsaid.card)).toContain('The article does not say.');
  expect(unsaid.data).toMatchObject({ answered: false });
});

test('asking for a model where none is configured is refused with its own code', async () => {
  await expect(run('brief', { article: 'x', engine: 'model' })).rejects.toMatchObject({
    code: 'SERVICE_UNAVAILABLE',
  });
});

test('a model, and what only a model can do, are offered where there is one', () => {
  const paramsOf = (hasModel: boolean) =>
    createCommands({ styles: ['standard', 'mine'], hasModel })[0]?.verbs[0].params ?? [];
  const choicesOf = (hasModel: boolean, name: string) =>
    paramsOf(hasModel).flatMap((param) => (param.name === name && param.kind === 'choice' ? param.choices : []));
  expect(choicesOf(false, 'engine')).toEqual(['extractive']);
  expect(choicesOf(true, 'engine')).toEqual(['extractive', 'model']);
  expect(choicesOf(true, 'style')).toEqual(['standard', 'mine']);
  expect(paramsOf(false).map(({ name }) => name)).not.toContain('language');
  expect(paramsOf(true).map(({ name }) => name)).toContain('language');
});

test('style and language are handed on as they were given', async () => {
  const wishes: BriefWish[] = [];
  const own: App = { ...app, brief: (article, wish) => app.brief(article, wishes[wishes.push(wish) - 1] ?? wish) };
  const [brief] = createCommands({ styles: ['standard', 'short'], hasModel: true });
  const read = brief === undefined ? null : readWords(brief, 'https://example.org/a style:Short language:German');
  if (read?.kind !== 'run') throw new Error('not understood');
  await read.verb.run(read.args, own);
  expect(wishes).toEqual([{ engine: null, points: null, style: 'short', language: 'German' }]);
});

test('an unknown style is refused with the known ones', async () => {
  await expect(run('brief', { article: 'x', style: 'baroque' })).rejects.toMatchObject({
    code: 'BAD_USAGE',
    message: expect.stringContaining('standard'),
  });
});
