import type { Logger } from 'pino';
import type { Observer } from '#core/observer.ts';
import { Problem } from '#core/problem.ts';
import type { Metrics } from './create-metrics.ts';

/** Turns what happens into log lines, each with the request's id where it has one, and into metrics. Never throws. */
export function createObserver(logger: Logger, metrics: Metrics): Observer {
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

/** Where in a stack our own code stands; enough to find the place, without what an error says of its input. */
const FRAMES = 4;

/**
 * What may be written down of a failure. A Problem's message may repeat an address or a question, and any error's message a
 * piece of text: of an error that nobody foresaw the log holds its name, its first line cut short, and where it arose.
 */
function factOf(cause: unknown): unknown {
  if (cause instanceof Problem) return cause.code;
  if (!(cause instanceof Error)) return typeof cause === 'string' ? cause.slice(0, LONGEST_FACT) : typeof cause;
  const [line = ''] = cause.message.split('\n');
  const at = (cause.stack ?? '')
    .split('\n')
    .filter((frame) => frame.trimStart().startsWith('at '))
    .slice(0, FRAMES)
    .map((frame) => frame.trim());
  return { name: cause.name, message: line.slice(0, LONGEST_FACT), at };
}

const LONGEST_FACT = 200;
