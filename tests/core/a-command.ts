import type { Command, Verb } from '#core/command.ts';

const NOTHING: Pick<Verb, 'permission' | 'audience' | 'run'> = {
  permission: 'anyone',
  audience: 'channel',
  run: () => Promise.reject(new Error('only its words are looked at')),
};

/** A command with a parameter of every kind, and with verbs. */
export const FEEDS: Command = {
  name: 'feeds',
  about: 'What this channel follows',
  verbs: [
    { name: 'list', about: 'what is followed', params: [], examples: [''], ...NOTHING },
    {
      name: 'add',
      about: 'follow one more',
      params: [
        { name: 'site', about: 'the address of a site', kind: 'article', required: true, isRecalled: false },
        { name: 'every', about: 'hours between two looks', kind: 'number', least: 1, most: 24, required: true },
        { name: 'title', about: 'what to call it', kind: 'text', required: false },
        { name: 'depth', about: 'how much of it', kind: 'choice', choices: ['some', 'all'], required: false },
        { name: 'limit', about: 'how many at most', kind: 'number', least: 1, most: 50, required: false },
        { name: 'quiet', about: 'say nothing', kind: 'flag', required: false },
      ],
      examples: ['example.org 2'],
      ...NOTHING,
    },
  ],
};

/** A command of one meaning whose words are a text about something that the place knows. */
export const ASK: Command = {
  name: 'ask',
  about: 'An answer',
  verbs: [
    {
      name: null,
      about: 'an answer from the article',
      params: [
        { name: 'article', about: 'the article to ask', kind: 'article', required: true, isRecalled: true },
        { name: 'question', about: 'what you want to know', kind: 'text', required: true },
      ],
      examples: ['Who?'],
      ...NOTHING,
    },
  ],
};
