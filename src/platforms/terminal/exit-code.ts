import type { ProblemCode } from '#core/problem.ts';

/** A foreseen failure as the exit code of the public interface. */
export function exitCodeOf(code: ProblemCode): 2 | 3 | 4 | 5 {
  switch (code) {
    case 'BAD_USAGE':
    case 'BAD_SETTINGS':
    case 'BAD_FOLDER':
    case 'FOLDER_IN_USE':
    case 'PORT_IN_USE':
      return 2;
    case 'NOTHING_VERIFIED':
      return 4;
    case 'SERVICE_UNAVAILABLE':
    case 'DATABASE_UNAVAILABLE':
      return 5;
    default:
      return 3;
  }
}
