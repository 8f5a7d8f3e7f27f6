/** What an operator does with the bot at a command line, beside the commands that readers have. */
export type Operation = {
  readonly name: 'start' | 'worker' | 'doctor';
  readonly about: string;
  readonly flags: readonly { readonly name: string; readonly about: string }[];
};

export const OPERATIONS: readonly Operation[] = [
  {
    name: 'start',
    about: 'The bot: a channel in the browser to try it all, on http://127.0.0.1:3000',
    flags: [
      { name: 'terminal', about: 'the same channel in this terminal' },
      { name: 'restore', about: 'first goes back to the newest backup of the embedded database' },
    ],
  },
  {
    name: 'worker',
    about: 'Only jobs, for a second machine on the same DATABASE_URL',
    flags: [],
  },
  {
    name: 'doctor',
    about: 'What is configured, what answers and what does not',
    flags: [],
  },
];
