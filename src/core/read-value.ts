import type { Param } from './command.ts';
import { echo } from './find-command.ts';
import { Problem } from './problem.ts';

/** What somebody types by hand is no longer than this. */
const LONGEST_VALUE = 4_000;

/**
 * What was given for a parameter, as its kind.
 * @throws Problem `BAD_USAGE` that says what it takes.
 */
export function readValue(value: string, param: Param): string | number | boolean {
  if (value.length > LONGEST_VALUE)
    throw new Problem('BAD_USAGE', `${param.name} has ${value.length} characters; ${LONGEST_VALUE} are the most`);
  switch (param.kind) {
    case 'article':
    case 'text':
      if (value.trim() === '') throw new Problem('BAD_USAGE', `${param.name} is empty`);
      return value.trim();
    case 'number': {
      const isWithin = /^\d{1,6}$/.test(value) && Number(value) >= param.least && Number(value) <= param.most;
      if (isWithin) return Number(value);
      throw new Problem(
        'BAD_USAGE',
        `${param.name} takes a whole number from ${param.least} to ${param.most}, not “${echo(value)}”`,
      );
    }
    case 'choice':
      if (param.choices.includes(value)) return value;
      throw new Problem('BAD_USAGE', `${param.name} is one of ${param.choices.join(', ')}, not “${echo(value)}”`);
    case 'flag':
      if (value === 'true' || value === 'false') return value === 'true';
      throw new Problem('BAD_USAGE', `${param.name} is given or not; it takes no “${echo(value)}”`);
    default:
      return param satisfies never;
  }
}
