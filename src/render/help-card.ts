import type { Block, Card } from '#core/card.ts';
import type { Command, Param, Verb } from '#core/command.ts';

/** All commands, or how one is written, from their definitions. */
export function helpCard(commands: readonly Command[], command: Command | null): Card {
  if (command === null) {
    const blocks = commands.flatMap((one) =>
      one.verbs.map((verb): Block => ({ kind: 'point', text: usageOf(one, verb), credit: verb.about, passage: null })),
    );
    return {
      title: 'What byline does',
      blocks: [
        ...blocks,
        { kind: 'text', text: 'In the thread of a briefing every question is answered from its article.' },
        { kind: 'note', text: 'More about one command: its name and “help”, as in /brief help.' },
      ],
    };
  }
  return {
    title: `/${command.name} — ${command.about}`,
    blocks: command.verbs.flatMap((verb) => verbHelp(command, verb)),
  };
}

function verbHelp(command: Command, verb: Verb): Block[] {
  const options = verb.params.map(
    (param): Block => ({ kind: 'point', text: written(param), credit: aboutOf(param), passage: null }),
  );
  const examples = verb.examples.map((words): Block => ({ kind: 'text', text: lineOf(command, verb, words) }));
  return [
    { kind: 'heading', text: usageOf(command, verb), detail: null },
    { kind: 'text', text: `${verb.about.charAt(0).toUpperCase()}${verb.about.slice(1)}.` },
    ...options,
    { kind: 'note', text: examples.length === 1 ? 'Example' : 'Examples' },
    ...examples,
  ];
}

/** "/brief <article> [points:1–10] [private]". */
function usageOf(command: Command, verb: Verb): string {
  return lineOf(command, verb, verb.params.filter(isTyped).map(placeholderOf).join(' '));
}

function lineOf(command: Command, verb: Verb, words: string): string {
  return [`/${command.name}`, verb.name, words].filter((part) => part !== null && part !== '').join(' ');
}

/** What a channel knows by itself is not shown where a question follows it. */
function isTyped(param: Param, _: number, all: readonly Param[]): boolean {
  return !(param.kind === 'article' && param.isRecalled && all.some(({ kind }) => kind === 'text'));
}

function placeholderOf(param: Param): string {
  const isOptional = !param.required || (param.kind === 'article' && (param.isRecalled || param.orWords === true));
  return isOptional ? `[${written(param)}]` : written(param);
}

function written(param: Param): string {
  switch (param.kind) {
    case 'article':
      return param.orWords === true ? '<address | words>' : '<address>';
    case 'text':
      return param.required || param.isPlaced === true ? `<${param.name}>` : `${param.name}:…`;
    case 'feed':
      return `<${param.name}>`;
    case 'number':
      return `${param.name}:${param.least}–${param.most}`;
    case 'choice':
      return `${param.name}:${param.choices.join('|')}`;
    case 'flag':
      return param.name;
    default:
      return param satisfies never;
  }
}

function aboutOf(param: Param): string {
  return param.kind === 'article' && param.isRecalled
    ? `${param.about}; without one, the article of this thread or the last one here`
    : param.about;
}
