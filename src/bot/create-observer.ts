import type { Logger } from 'pino';
import type { Observer } from '#core/observer.ts';
import { Problem } from '#core/problem.ts';
import type { Metrics } from './create-metrics.ts';

/** Turns what happens into log lines, each with the request's id where it has one, and into metrics. Never throws. */
export function createObserver(logger: Logger, metrics: Metrics): Observer {
  const tell = createTell(logger, metrics);
  return (happening) => {
    try {
      tell(happening);
    } catch {
      // Nothing of the failure is told: it may hold what the happening held.
      logger.error({ kind: happening.kind }, 'a happening could not be told');
    }
  };
}

function createTell(logger: Logger, metrics: Metrics): Observer {
  return (happening) => {
    switch (happening.kind) {
      case 'asked': {
        const { platform, command, id } = happening;
        metrics.requests.inc({ platform, command });
        logger.info({ request: id, platform, command }, 'asked');
        return;
      }
      case 'briefed': {
        const { engine, points, withheld, ms } = happening;
        metrics.briefings.inc({ engine });
        metrics.checks.inc(points + withheld);
        metrics.withheld.inc(withheld);
        metrics.seconds.observe(ms / 1_000);
        logger.info({ request: happening.id, engine, points, withheld, ms }, 'briefed');
        return;
      }
      case 'answered': {
        metrics.answers.inc({ found: String(happening.found) });
        logger.info({ request: happening.id, found: happening.found, ms: happening.ms }, 'answered');
        return;
      }
      case 'failed': {
        const { code, id, cause } = happening;
        metrics.failures.inc({ code });
        if (code === 'UNEXPECTED') logger.error({ request: id, code, cause: factOf(cause) }, 'failed');
        else logger.info({ request: id, code }, 'failed');
        return;
      }
      case 'delivered': {
        metrics.deliveries.inc({ platform: happening.platform, how: happening.how });
        logger.debug({ platform: happening.platform, how: happening.how }, 'delivered');
        return;
      }
      case 'undelivered': {
        const { platform, code, id, willRetry } = happening;
        metrics.undelivered.inc({ platform, code });
        logger.warn({ post: id, platform, code, willRetry }, 'undelivered');
        return;
      }
      case 'buried': {
        logger.error({ request: happening.id, reason: happening.reason }, 'given up');
        return;
      }
      case 'kept-house': {
        logger.info({ count: happening.count }, happening.what);
        return;
      }
      case 'trouble': {
        metrics.troubles.inc();
        logger.warn({ cause: factOf(happening.cause) }, happening.what);
        return;
      }
      default:
        happening satisfies never;
    }
  };
}

/** How many places of a stack are told: enough to find the fault. */
const FRAMES = 6;
const LONGEST_FACT = 200;
/** "at readHtml (file:///srv/byline/src/read/read-html.ts:44:7)" and nothing else. */
const FRAME = /^\s+at (?:(?:async |new )?[\w$.<>#[\] ]{1,80} \()?(?:file:\/\/|node:|\/)[\w@./%+-]{1,300}:\d+:\d+\)?$/;

/**
 * What may be written down of a failure. A Problem's message may repeat an address or a question, and any error's message a
 * piece of an article: V8 itself says "Cannot use 'in' operator to search for 'x' in <the text>", a database "invalid input:
 * <the text>". So the log holds an error's name, its code and the places it passed, never its words. A string is the program's own
 * words.
 */
function factOf(cause: unknown): unknown {
  if (cause instanceof Problem) return cause.code;
  if (!(cause instanceof Error)) return typeof cause === 'string' ? cause.slice(0, LONGEST_FACT) : typeof cause;
  const code = 'code' in cause ? nameOf(cause.code) : undefined;
  return { name: nameOf(cause.name) ?? 'Error', code, at: placesOf(cause) };
}

/** Names and codes of errors are single words ("TypeError", "ECONNREFUSED", "23505"). */
function nameOf(value: unknown): string | undefined {
  return typeof value === 'string' && /^\w{1,60}$/.test(value) ? value : undefined;
}

/** The end of a stack: all before it is the message, which may have lines that look like places. */
function placesOf({ message, stack }: Error): string[] {
  if (typeof stack !== 'string') return [];
  const words = stack.indexOf(message);
  const rest = words < 0 ? '' : stack.slice(words + message.length);
  return rest
    .split('\n')
    .filter((line) => FRAME.test(line))
    .slice(0, FRAMES)
    .map((line) => line.trim());
}
