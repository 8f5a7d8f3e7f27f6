import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  ApplicationCommandOptionType as OptionType,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord.js';
import type { Command, Param, Verb } from '#core/command.ts';
import { mayBeAbsent } from '#core/read-options.ts';
import { LONGEST_ABOUT, MOST_COMMAND_CHOICES } from './limits.ts';
import { shortenPlain } from './shorten.ts';

type Menu = RESTPutAPIApplicationCommandsJSONBody;

/** On a message: brief the article that it links. */
export const BRIEF_THIS = 'Brief this';
export const HELP = 'help';
/** Which command the help is about. */
export const HELP_ABOUT = 'command';

/** In a guild, in a talk with the bot, and between people: whoever installs byline for themselves has it everywhere. */
const EVERYWHERE = {
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
};

/** What people can choose from: our commands as Discord registers them, help, and a command on a message. */
export function commandMenu(commands: readonly Command[]): Menu {
  const names = commands.map(({ name }) => ({ name, value: name }));
  return [
    ...commands.map((command) => ({
      ...{ type: ApplicationCommandType.ChatInput as const, name: command.name, description: about(command.about) },
      ...{ options: optionsOf(command), ...EVERYWHERE },
    })),
    {
      ...{ type: ApplicationCommandType.ChatInput, name: HELP, description: 'What byline does, and how it is asked' },
      options: [{ type: OptionType.String, name: HELP_ABOUT, description: 'The command to explain', choices: names }],
      ...EVERYWHERE,
    },
    { type: ApplicationCommandType.Message, name: BRIEF_THIS, ...EVERYWHERE },
  ];
}

/** A command whose verbs have names gets subcommands, even when it has just one: more may come. */
function optionsOf({ verbs }: Command): APIApplicationCommandOption[] {
  const named = verbs.flatMap((verb) => (verb.name === null ? [] : [{ ...verb, name: verb.name }]));
  if (named.length === 0) return paramsOf(verbs[0]);
  return named.map((verb) => ({
    ...{ type: OptionType.Subcommand, name: verb.name, description: about(verb.about), options: paramsOf(verb) },
  }));
}

/** What is required comes first: Discord takes it in no other order. */
function paramsOf({ params }: Verb): APIApplicationCommandBasicOption[] {
  const options = params.map(optionOf);
  return [...options.filter(({ required }) => required), ...options.filter(({ required }) => !required)];
}

function optionOf(param: Param): APIApplicationCommandBasicOption {
  const { name } = param;
  const description = about(param.about);
  switch (param.kind) {
    case 'article':
      return { type: OptionType.String, name, description, required: param.required && !mayBeAbsent(param) };
    case 'text':
      return { type: OptionType.String, name, description, required: param.required };
    case 'feed':
      return { type: OptionType.String, name, description, required: param.required, autocomplete: true };
    case 'number':
      return {
        ...{ type: OptionType.Integer, name, description, required: param.required },
        ...{ min_value: param.least, max_value: param.most },
      };
    case 'choice':
      return {
        ...{ type: OptionType.String, name, description, required: param.required },
        // Of more than Discord lists none is listed; what is typed is checked all the same.
        ...(param.choices.length > MOST_COMMAND_CHOICES
          ? {}
          : { choices: param.choices.map((choice) => ({ name: choice, value: choice })) }),
      };
    case 'flag':
      return { type: OptionType.Boolean, name, description, required: param.required };
    default:
      return param satisfies never;
  }
}

function about(words: string): string {
  return shortenPlain(words, LONGEST_ABOUT);
}
