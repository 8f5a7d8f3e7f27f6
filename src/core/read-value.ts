import type { Param } from './command.ts';
import { echo } from './find-command.ts';
import { plainText } from './plain-text.ts';
import { Problem } from './problem.ts';

/** What somebody types by hand is no longer than this. */
const LONGEST_VALUE = 4_000;

/**
 * What was given for a parameter, as its kind; of a text, what can be seen of it, in one line.
 * @throws Problem `BAD_USAGE` that says what it takes.
 */
export function readValue(given: string, param: Param): string | number | boolean {
  if (given.length > LONGEST_VALUE)
    throw new Problem('BAD_USAGE', `${param.name} has ${given.length} characters; ${LONGEST_VALUE} are the most`);
  const value = plainText(given);
  switch (param.kind) {
    case 'article':
    case 'text':
    case 'feed':
      if (value === '') throw new Problem('BAD_USAGE', `${param.name} is empty`);
      return value;
    case 'number': {
      const isWithin = /^\d{1,6}$/.test(value) && Number(value) >= param.least && Number(value) <= param.most;
      if (isWithin) return Number(value);
      throw new Problem(
        'BAD_USAGE',
        `${param.name} takes a whole number from ${param.least} to ${param.most}, not “${echo(value)}”`,
      );
    }
    case 'choice': {
      // Phones begin a word with a capital.
      const choice = param.choices.find((one) => one === value.toLowerCase());
      if (choice !== undefined) return choice;
      throw new Problem('BAD_USAGE', `${param.name} is one of ${param.choices.join(', ')}, not “${echo(value)}”`);
    }
    case 'flag':
      if (/^(?:true|false)$/i.test(value)) return value.toLowerCase() === 'true';
      throw new Problem('BAD_USAGE', `${param.name} is given or not; it takes no “${echo(value)}”`);
    default:
      return param satisfies never;
  }
}
