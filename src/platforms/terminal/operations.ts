/** What an operator does with the bot at a command line, beside the commands that readers have. */
export type Operation = {
  readonly name: 'start' | 'worker' | 'doctor' | 'manifest' | 'register';
  readonly about: string;
  /** The one word that follows its name, where one does. */
  readonly subject: string | null;
  readonly flags: readonly { readonly name: string; readonly about: string }[];
};

export const OPERATIONS: readonly Operation[] = [
  {
    name: 'start',
    about: 'The bot on Slack and Discord; without tokens a channel to try it in your browser',
    subject: null,
    flags: [
      { name: 'terminal', about: 'the same channel in this terminal' },
      { name: 'restore', about: 'first goes back to the newest backup of the embedded database' },
    ],
  },
  {
    name: 'worker',
    about: 'Only jobs, for a second machine on the same DATABASE_URL',
    subject: null,
    flags: [],
  },
  {
    name: 'doctor',
    about: 'What is configured, what answers and what does not',
    subject: null,
    flags: [],
  },
  {
    name: 'manifest',
    about: 'Prints the manifest that makes the Slack app',
    subject: 'slack',
    flags: [{ name: 'http', about: 'for events over HTTP at PUBLIC_URL, in the place of Socket Mode' }],
  },
  {
    name: 'register',
    about: 'Registers the commands with Discord and prints the link that invites the bot',
    subject: 'discord',
    flags: [],
  },
];
