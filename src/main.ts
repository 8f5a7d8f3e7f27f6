#!/usr/bin/env node
/**
 * The front door: arguments and settings in, rooms joined, the result on standard output, everything else on standard
 * error, an exit code. Rooms are loaded only when they are needed, so that help and refusals come at once.
 */
import { enableCompileCache } from 'node:module';
import path from 'node:path';
import type { App } from '#core/app.ts';
import type { DigestOrder } from '#platforms/terminal/parse-digest.ts';

const PROJECT = path.join(import.meta.dirname, '..');

/** Compiled modules are kept inside the project's folder; a second start is then about a third faster. */
const COMPILED = path.join(PROJECT, 'node_modules/.cache/byline');
enableCompileCache(COMPILED);
// Threads know of it by the environment alone; theirs start in half the time.
process.env.NODE_COMPILE_CACHE ??= COMPILED;

/** A file or a pipe has no width; text wrapped at 80 columns reads well anywhere. */
const COLUMNS_OF_A_FILE = 80;

const [{ joinCommands }, { Problem }, { exitCodeOf }, { parseArguments }, { plainText }, { problemWords }] =
  await Promise.all([
    import('#bot/join-commands.ts'),
    import('#core/problem.ts'),
    import('#platforms/terminal/exit-code.ts'),
    import('#platforms/terminal/parse-arguments.ts'),
    import('#core/plain-text.ts'),
    import('#render/problem-words.ts'),
  ]);

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // `byline … | head` closes the pipe early; that is no failure.
  if (error.code === 'EPIPE') process.exit(0);
  leave(`byline: the result cannot be written: ${error.message}`, 1);
});

try {
  const words = await respond(process.argv.slice(2));
  if (words !== null) process.stdout.write(words);
} catch (error) {
  if (error instanceof Problem) leave(`byline: ${error.code}: ${problemWords(error)}`, exitCodeOf(error.code));
  else leave(`byline: UNEXPECTED: this is a fault of byline: ${error instanceof Error ? error.message : error}`, 1);
}

/** One line of words on standard error, free of what could move a terminal, and the end: nothing is waited for any more. */
function leave(line: string, code: number): void {
  process.stderr.write(`${plainText(line)}\n`, () => process.exit(code));
}

/** What to print for these arguments; null where a bot runs from now on and prints by itself. */
async function respond(argv: readonly string[]): Promise<string | null> {
  // Here a model may always be asked for by name; where none is configured, that is said.
  const commands = joinCommands(true);
  const invocation = parseArguments(argv, commands);
  switch (invocation.kind) {
    case 'version': {
      const { default: manifest } = await import('../package.json', { with: { type: 'json' } });
      return `byline ${manifest.version}\n`;
    }
    case 'help': {
      const { helpText } = await import('#platforms/terminal/help.ts');
      return helpText(commands, invocation.command);
    }
    case 'run': {
      const reply = await invocation.command.verbs[0].run(invocation.args, await joinRooms());
      const [{ drawCard }, { drawJson }] = await Promise.all([
        import('#platforms/terminal/draw.ts'),
        import('#platforms/terminal/draw-json.ts'),
      ]);
      if (invocation.json) return drawJson(reply.data);
      return drawCard(reply.card, canvas());
    }
    case 'digest':
      return printDigest(invocation.order);
    case 'operate': {
      const { operate } = await import('#bot/operate.ts');
      return operate(invocation, await settle(), process);
    }
    default:
      return invocation satisfies never;
  }
}

async function printDigest(order: DigestOrder): Promise<string> {
  const tell = (line: string) => process.stderr.write(`${plainText(line)}\n`);
  const { digestFeeds } = await import('#bot/digest-feeds.ts');
  const digest = await digestFeeds(order, await settle(), process.stdin, tell);
  const [{ drawCard }, { drawJson }, { digestCard }] = await Promise.all([
    import('#platforms/terminal/draw.ts'),
    import('#platforms/terminal/draw-json.ts'),
    import('#render/digest-card.ts'),
  ]);
  return order.json
    ? drawJson(digest)
    : drawCard(digestCard(digest, { mostSigns: Number.POSITIVE_INFINITY }), canvas());
}

function canvas() {
  const { stdout } = process;
  return { columns: stdout.columns ?? COLUMNS_OF_A_FILE, colour: stdout.isTTY === true && stdout.hasColors() };
}

/** The settings: the environment's, and for what it does not say the project's own file. */
async function settle() {
  const [{ config }, { readSettings }] = await Promise.all([import('dotenv'), import('./settings.ts')]);
  // The project's own file: the folder that somebody happens to stand in must not open the guard.
  config({ path: path.join(PROJECT, '.env'), quiet: true });
  return readSettings(process.env, PROJECT);
}

/** The rooms of one walk, joined for the command line, which reads files and pipes as well. */
async function joinRooms() {
  const [{ allow, model }, { joinEngines, joinWalk }] = await Promise.all([settle(), import('#bot/join-walk.ts')]);
  const read: App['read'] = async (input) => {
    const { readInput } = await import('#platforms/terminal/read-input.ts');
    const found = await readInput(input, process.stdin);
    if (found.kind === 'bytes') {
      const { readFile } = await import('#read/read-file.ts');
      return readFile(found.bytes, found.name);
    }
    const { readUrl } = await import('#read/read-url.ts');
    return readUrl(found.url, { allow });
  };
  return joinWalk(read, undefined, undefined, { chooseEngine: joinEngines(model) });
}
