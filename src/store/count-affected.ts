import type { CommandResponse } from 'pg-boss';

/**
 * How many jobs a command of pg-boss changed: none where another attempt holds the claim. It is in every answer and documented
 * (pgboss.io, "complete"), but not in the published types of 12.38.
 */
export function countAffected(response: CommandResponse): number {
  if (!('affected' in response) || typeof response.affected !== 'number')
    throw new Error('pg-boss no longer says how many jobs a command changed');
  return response.affected;
}
