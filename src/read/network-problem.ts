import { Problem } from '#core/problem.ts';

/** The resolver knows the name not, or knows no address for it. `EAI_AGAIN` is the resolver's own trouble. */
const NO_SUCH_HOST: ReadonlySet<string> = new Set(['ENOTFOUND', 'ENODATA', 'EAI_NONAME', 'EAI_NODATA']);

const TOO_SLOW: ReadonlySet<string> = new Set([
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
]);

/** What the network, TLS or the HTTP parser threw, as a Problem; Problems pass as they are. */
export function networkProblem(error: unknown, host: string): Problem {
  if (error instanceof Problem) return error;
  const code = codeOf(error);
  if (NO_SUCH_HOST.has(code)) return new Problem('NOT_FOUND', `there is no host ${host} (${code})`, { cause: error });
  if (TOO_SLOW.has(code)) return new Problem('TOO_SLOW', `${host} took too long (${code})`, { cause: error });
  return new Problem('UNREACHABLE', `no sound answer from ${host} (${code})`, { cause: error });
}

/** The code of a system or library error; some of the HTTP parser's have only a name. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
