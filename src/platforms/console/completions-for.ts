import type { Command, Param } from '#core/command.ts';

/** Something that can be typed: shown once the line begins with `after`, and put there in its place. */
export type Completion = { readonly after: string; readonly insert: string; readonly about: string };

/** What the message field offers, from the commands' own definitions. */
export function completionsFor(commands: readonly Command[]): Completion[] {
  return [
    ...commands.flatMap(({ name, about, verbs }) => [
      { after: '', insert: `/${name} `, about },
      ...verbs.flatMap((verb) => {
        const start = `/${name} ${verb.name === null ? '' : `${verb.name} `}`;
        const own = verb.name === null ? [] : [{ after: `/${name} `, insert: `${verb.name} `, about: verb.about }];
        return [...own, ...verb.params.filter(({ required }) => !required).flatMap((param) => optionsOf(param, start))];
      }),
    ]),
    { after: '', insert: '/help ', about: 'What byline does, and how commands are written' },
  ];
}

function optionsOf(param: Param, after: string): Completion[] {
  if (param.kind === 'flag') return [{ after, insert: `${param.name} `, about: param.about }];
  if (param.kind === 'choice')
    return param.choices.map((choice) => ({ after, insert: `${param.name}:${choice} `, about: param.about }));
  return [{ after, insert: `${param.name}:`, about: param.about }];
}
